package io.tocsin.chaos.edge.record;

import io.tocsin.chaos.core.Stored;
import io.tocsin.chaos.edge.system.Patience;
import io.tocsin.contracts.events.Canary;
import io.tocsin.contracts.events.Topic;
import io.tocsin.contracts.events.Topics;
import io.tocsin.contracts.runtime.KafkaSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;

/**
 * Reads every topic as it grows, read committed, on a way on which nothing is broken. Canaries fly
 * too, and are passed over: they are no sender's, and nobody is called for them.
 */
public final class Tail implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration ANSWER = Duration.ofSeconds(3);
  private static final Map<String, Topic<?>> TOPICS =
      Topics.all().stream()
          .filter(topic -> topic != Topics.POLICIES)
          .collect(Collectors.toMap(Topic::name, Function.identity()));

  private final KafkaConsumer<String, byte[]> consumer;
  private final Seen seen;
  private final Thread thread = new Thread(this::read, "tail");
  private volatile boolean closing;
  private volatile long endAt;
  private volatile long endAsked;

  /** Reads what stands at {@code kafka}, from the beginning. */
  public Tail(String kafka, Seen seen) {
    this.seen = seen;
    this.consumer = new KafkaConsumer<>(KafkaSettings.of(kafka).consumer());
    List<TopicPartition> partitions =
        TOPICS.values().stream()
            .flatMap(
                topic ->
                    IntStream.range(0, topic.partitions())
                        .mapToObj(number -> new TopicPartition(topic.name(), number)))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    thread.setDaemon(true);
    thread.start();
  }

  private void read() {
    while (!closing) {
      try {
        List<Stored<?>> read = new ArrayList<>();
        ConsumerRecords<String, byte[]> polled = consumer.poll(POLL);
        for (ConsumerRecord<String, byte[]> found : polled) {
          if (!Canary.owns(String.valueOf(found.key()))) {
            read.add(stored(found));
          }
        }
        if (!read.isEmpty()) {
          seen.add(read);
        } else if (endAsked > endAt) {
          long asked = endAsked;
          if (hasAll()) {
            endAt = asked;
          }
        }
      } catch (WakeupException e) {
        return;
      } catch (KafkaException e) {
        // Kafka is being broken: it is asked again
      }
    }
  }

  private boolean hasAll() {
    return consumer.endOffsets(consumer.assignment(), ANSWER).entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey(), ANSWER) >= end.getValue());
  }

  /** Whether all that was there when this was asked has been read, within {@code atMost}. */
  public boolean hasReachedEnd(Duration atMost) {
    long asked = System.nanoTime();
    endAsked = asked;
    return Patience.until(atMost, () -> endAt >= asked);
  }

  private static Stored<?> stored(ConsumerRecord<String, byte[]> found) {
    Topic<?> topic = Objects.requireNonNull(TOPICS.get(found.topic()));
    byte[] value = found.value();
    return new Stored<>(
        found.topic(),
        found.partition(),
        found.offset(),
        Instant.ofEpochMilli(found.timestamp()),
        String.valueOf(found.key()),
        value == null ? null : topic.serde().value(value));
  }

  @Override
  public void close() {
    closing = true;
    consumer.wakeup();
    try {
      thread.join(ANSWER.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

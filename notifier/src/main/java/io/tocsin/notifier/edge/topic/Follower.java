package io.tocsin.notifier.edge.topic;

import io.tocsin.contracts.events.Topic;
import io.tocsin.contracts.runtime.ClockGuard;
import io.tocsin.contracts.runtime.KafkaSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the whole of a topic on a thread of its own, without a group: every instance reads all of
 * it. After a fault or a step of the wall clock it goes on where it was, with a new consumer.
 */
public final class Follower implements ClockGuard.KafkaClients, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Follower.class);
  private static final Duration POLL = Duration.ofSeconds(1);

  private final KafkaSettings kafka;
  private final Topic<?> topic;
  private final From from;
  private final Reader reader;
  private final List<TopicPartition> all;
  private final Map<TopicPartition, Long> positions = new ConcurrentHashMap<>();
  private final CountDownLatch caughtUp = new CountDownLatch(1);
  private final Thread thread;
  private volatile boolean open = true;
  private volatile @Nullable KafkaConsumer<String, byte[]> reading;

  /** Where a follower begins. */
  public enum From {
    BEGINNING,
    /** Only what is new. */
    END
  }

  /** Who is told. */
  public interface Reader {
    /** A record; what it throws is logged, and the next one is read. */
    void read(ConsumerRecord<String, byte[]> from);

    /** Everything that was there at the start has been read. */
    default void caughtUp() {}
  }

  public Follower(KafkaSettings kafka, Topic<?> topic, From from, Reader reader) {
    this.kafka = kafka;
    this.topic = topic;
    this.from = from;
    this.reader = reader;
    this.all =
        IntStream.range(0, topic.partitions())
            .mapToObj(n -> new TopicPartition(topic.name(), n))
            .toList();
    this.thread = new Thread(this::follow, "notifier-follows-" + topic.name());
    thread.setDaemon(true);
  }

  public void start() {
    thread.start();
  }

  /** Whether everything that was there at the start has been read. */
  public boolean isCaughtUp() {
    return caughtUp.getCount() == 0;
  }

  /** Waits for {@link #isCaughtUp()}, at most for {@code patience}. */
  public boolean awaitCaughtUp(Duration patience) throws InterruptedException {
    return caughtUp.await(patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  public boolean isRunning() {
    return thread.isAlive();
  }

  private void follow() {
    while (open) {
      try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(kafka.consumer())) {
        reading = consumer;
        consumer.assign(all);
        begin(consumer);
        readOn(consumer);
      } catch (KafkaException e) {
        if (open) {
          log.warn("{} cannot be followed; trying again: {}", topic, e.getMessage());
          pause();
        }
      }
    }
  }

  private void begin(KafkaConsumer<String, byte[]> consumer) {
    if (positions.isEmpty()) {
      positions.putAll(
          from == From.BEGINNING ? consumer.beginningOffsets(all) : consumer.endOffsets(all));
    }
    positions.forEach(consumer::seek);
  }

  private void readOn(KafkaConsumer<String, byte[]> consumer) {
    Map<TopicPartition, Long> ends = consumer.endOffsets(all);
    while (open) {
      if (!isCaughtUp()
          && ends.entrySet().stream()
              .allMatch(end -> consumer.position(end.getKey()) >= end.getValue())) {
        reader.caughtUp();
        caughtUp.countDown();
      }
      var records = consumer.poll(POLL);
      records.forEach(this::read);
      records.nextOffsets().forEach((partition, next) -> positions.put(partition, next.offset()));
    }
  }

  private void read(ConsumerRecord<String, byte[]> record) {
    try {
      reader.read(record);
    } catch (RuntimeException e) {
      log.error("{} of {} cannot be read and is passed over", record.key(), topic, e);
    }
  }

  private void pause() {
    try {
      TimeUnit.SECONDS.sleep(1);
    } catch (InterruptedException e) {
      open = false;
    }
  }

  @Override
  public void renew(String why) {
    wake();
  }

  /** Reads with a new consumer: after the wall clock was set, whoever waits would wait for this. */
  public void wake() {
    KafkaConsumer<String, byte[]> consumer = reading;
    if (consumer != null) {
      consumer.wakeup();
    }
  }

  @Override
  public void close() {
    open = false;
    wake();
    try {
      thread.join(TimeUnit.SECONDS.toMillis(5));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

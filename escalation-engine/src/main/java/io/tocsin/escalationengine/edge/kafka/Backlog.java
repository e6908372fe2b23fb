package io.tocsin.escalationengine.edge.kafka;

import io.tocsin.contracts.events.Topic;
import io.tocsin.contracts.runtime.Background;
import io.tocsin.contracts.runtime.ClockGuard;
import io.tocsin.contracts.runtime.KafkaSettings;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * How far the engine had not read when it was given a partition. Markers of transactions take
 * offsets too, so the last record before the end is looked for, and not the end itself.
 */
public final class Backlog implements ClockGuard.KafkaClients, AutoCloseable {
  private static final long FIRST_LOOK = 64;
  private static final Duration POLL = Duration.ofMillis(200);

  private final KafkaSettings kafka;
  private final String group;
  private final List<Topic<?>> topics;
  private final ExecutorService reader = Background.thread("engine-backlog");
  private volatile @Nullable KafkaConsumer<String, byte[]> reading;

  public Backlog(KafkaSettings kafka, String group, List<Topic<?>> topics) {
    this.kafka = kafka;
    this.group = group;
    this.topics = List.copyOf(topics);
  }

  /** For each topic with anything unread in {@code partition}, the offset of its last record. */
  CompletableFuture<Map<String, Long>> of(int partition) {
    return CompletableFuture.supplyAsync(() -> read(partition), reader);
  }

  private Map<String, Long> read(int partition) {
    Map<String, Object> settings = kafka.consumer();
    settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
    KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(settings);
    try {
      reading = consumer;
      List<TopicPartition> partitions =
          topics.stream().map(topic -> new TopicPartition(topic.name(), partition)).toList();
      consumer.assign(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      Map<TopicPartition, OffsetAndMetadata> committed =
          consumer.committed(java.util.Set.copyOf(partitions));
      Map<String, Long> targets = new HashMap<>();
      ends.forEach(
          (where, end) -> {
            OffsetAndMetadata read = committed.get(where);
            last(consumer, where, read == null ? 0 : read.offset(), end)
                .ifPresent(offset -> targets.put(where.topic(), offset));
          });
      return targets;
    } finally {
      reading = null;
      consumer.close(CloseOptions.timeout(Duration.ZERO));
    }
  }

  private static OptionalLong last(
      KafkaConsumer<String, byte[]> consumer, TopicPartition where, long from, long end) {
    consumer.assign(List.of(where));
    long look = FIRST_LOOK;
    long start = end;
    OptionalLong found = OptionalLong.empty();
    while (found.isEmpty() && start > from) {
      start = Math.max(from, end - look);
      found = lastBetween(consumer, where, start, end);
      look *= 8;
    }
    return found;
  }

  private static OptionalLong lastBetween(
      KafkaConsumer<String, byte[]> consumer, TopicPartition where, long start, long end) {
    consumer.seek(where, start);
    OptionalLong found = OptionalLong.empty();
    while (consumer.position(where) < end) {
      for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
        if (record.offset() < end) {
          found = OptionalLong.of(record.offset());
        }
      }
    }
    return found;
  }

  /** What is being read is given up: the stream made anew asks again. */
  @Override
  public void renew(String why) {
    KafkaConsumer<String, byte[]> consumer = reading;
    if (consumer != null) {
      consumer.wakeup();
    }
  }

  @Override
  public void close() {
    reader.shutdownNow();
    renew("the end");
  }
}

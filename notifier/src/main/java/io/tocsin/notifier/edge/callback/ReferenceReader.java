package io.tocsin.notifier.edge.callback;

import io.tocsin.contracts.events.Delivery;
import io.tocsin.contracts.events.JsonSerde;
import io.tocsin.contracts.events.NotificationId;
import io.tocsin.contracts.events.Topics;
import io.tocsin.contracts.runtime.ClockGuard;
import io.tocsin.contracts.runtime.KafkaSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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
 * Follows the whole of {@code deliveries}, without a group: a callback comes to any instance. After
 * a fault or a step of the wall clock it goes on where it was, with a new consumer.
 */
public final class ReferenceReader implements ClockGuard.KafkaClients, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(ReferenceReader.class);
  private static final JsonSerde<Delivery> SERDE = Topics.DELIVERIES.serde();
  private static final List<TopicPartition> ALL =
      IntStream.range(0, Topics.DELIVERIES.partitions())
          .mapToObj(n -> new TopicPartition(Topics.DELIVERIES.name(), n))
          .toList();

  private final KafkaSettings kafka;
  private final References references;
  private final Map<TopicPartition, Long> positions = new ConcurrentHashMap<>();
  private final Thread thread = new Thread(this::follow, "notifier-references");
  private volatile boolean open = true;
  private volatile @Nullable KafkaConsumer<String, byte[]> reading;

  public ReferenceReader(KafkaSettings kafka, References references) {
    this.kafka = kafka;
    this.references = references;
    thread.setDaemon(true);
  }

  public void start() {
    thread.start();
  }

  private void follow() {
    while (open) {
      try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(kafka.consumer())) {
        reading = consumer;
        consumer.assign(ALL);
        seek(consumer);
        readOn(consumer);
      } catch (KafkaException e) {
        if (open) {
          log.warn("deliveries cannot be followed; trying again: {}", e.getMessage());
          pause();
        }
      }
    }
  }

  private void seek(KafkaConsumer<String, byte[]> consumer) {
    for (TopicPartition partition : ALL) {
      Long next = positions.get(partition);
      if (next == null) {
        consumer.seekToBeginning(List.of(partition));
      } else {
        consumer.seek(partition, next);
      }
    }
  }

  private void readOn(KafkaConsumer<String, byte[]> consumer) {
    Map<TopicPartition, Long> ends = consumer.endOffsets(ALL);
    while (open) {
      if (!references.isLoaded()
          && ends.entrySet().stream()
              .allMatch(end -> consumer.position(end.getKey()) >= end.getValue())) {
        references.loaded();
      }
      var records = consumer.poll(Duration.ofSeconds(1));
      records.forEach(this::enter);
      records.nextOffsets().forEach((partition, next) -> positions.put(partition, next.offset()));
    }
  }

  private void enter(ConsumerRecord<String, byte[]> from) {
    try {
      if (from.value() == null) {
        references.erase(new NotificationId(from.key()));
      } else {
        references.enter(SERDE.value(from.value()));
      }
    } catch (RuntimeException e) {
      log.error("delivery {} cannot be read; no callback finds it", from.key(), e);
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

  private void wake() {
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

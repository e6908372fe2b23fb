package io.tocsin.notifier.edge.kafka;

import io.tocsin.contracts.events.Incident;
import io.tocsin.contracts.events.IncidentId;
import io.tocsin.contracts.events.JsonSerde;
import io.tocsin.contracts.events.Topics;
import io.tocsin.contracts.runtime.KafkaSettings;
import io.tocsin.notifier.core.Standing;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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

/** How every incident stands, from the compacted topic {@code incidents}, without a group. */
final class IncidentView implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(IncidentView.class);
  private static final JsonSerde<Incident> SERDE = Topics.INCIDENTS.serde();
  private static final List<TopicPartition> ALL =
      IntStream.range(0, Topics.INCIDENTS.partitions())
          .mapToObj(n -> new TopicPartition(Topics.INCIDENTS.name(), n))
          .toList();

  private final KafkaSettings kafka;
  private final Map<IncidentId, Standing> standings;
  private final CountDownLatch loaded = new CountDownLatch(1);
  private final Thread thread = new Thread(this::follow, "notifier-incidents");
  private volatile boolean open = true;
  private volatile @Nullable KafkaConsumer<String, byte[]> reading;

  /**
   * @param standings what is known; it outlives this view, so that nothing is forgotten when the
   *     clients are made anew
   */
  IncidentView(KafkaSettings kafka, Map<IncidentId, Standing> standings) {
    this.kafka = kafka;
    this.standings = standings;
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  /** Waits until everything that was there at the start has been read. */
  boolean awaitLoaded(Duration patience) throws InterruptedException {
    return loaded.await(patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  boolean isRunning() {
    return thread.isAlive();
  }

  private void follow() {
    while (open) {
      try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(kafka.consumer())) {
        reading = consumer;
        consumer.assign(ALL);
        consumer.seekToBeginning(ALL);
        Map<TopicPartition, Long> ends = consumer.endOffsets(ALL);
        while (open) {
          if (loaded.getCount() > 0
              && ends.entrySet().stream()
                  .allMatch(end -> consumer.position(end.getKey()) >= end.getValue())) {
            loaded.countDown();
          }
          consumer.poll(Duration.ofSeconds(1)).forEach(this::enter);
        }
      } catch (KafkaException e) {
        if (open) {
          log.warn("incidents cannot be read; pages count as wanted. Trying again", e);
          pause();
        }
      }
    }
  }

  private void enter(ConsumerRecord<String, byte[]> from) {
    try {
      IncidentId id = IncidentId.parse(from.key());
      if (from.value() == null) {
        standings.remove(id);
      } else {
        standings.merge(
            id,
            Standing.of(SERDE.value(from.value())),
            (known, read) -> read.revision() >= known.revision() ? read : known);
      }
    } catch (RuntimeException e) {
      log.error("incident {} cannot be read; its pages count as wanted", from.key(), e);
    }
  }

  private void pause() {
    try {
      TimeUnit.SECONDS.sleep(1);
    } catch (InterruptedException e) {
      open = false;
    }
  }

  /** Reads with a new consumer: after the wall clock was set, a start would wait for this one. */
  void wake() {
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

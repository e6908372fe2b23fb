package io.tocsin.alertingest.edge.canary;

import io.tocsin.contracts.events.Topics;
import io.tocsin.contracts.runtime.ClockGuard;
import io.tocsin.contracts.runtime.KafkaSettings;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows {@code delivery-receipts} from where it ends now, without a group: every instance hears
 * every canary. After a fault or a step of the wall clock it goes on where it was, with a new
 * consumer.
 */
final class CanaryReader implements ClockGuard.KafkaClients, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(CanaryReader.class);
  private static final Duration POLL = Duration.ofSeconds(1);
  private static final List<TopicPartition> ALL =
      IntStream.range(0, Topics.DELIVERY_RECEIPTS.partitions())
          .mapToObj(number -> new TopicPartition(Topics.DELIVERY_RECEIPTS.name(), number))
          .toList();

  private final boolean on;
  private final Map<String, Object> settings;
  private final CanaryReturns returns;
  private final Map<TopicPartition, Long> positions = new HashMap<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread = new Thread(this::run, "canary-reader");
  private volatile @Nullable KafkaConsumer<String, byte[]> current;

  CanaryReader(CanarySettings canaries, KafkaSettings kafka, CanaryReturns returns) {
    this.on = canaries.isOn();
    this.settings = kafka.consumer();
    this.returns = returns;
    settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5_000);
    settings.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, 4_000);
    thread.setDaemon(true);
  }

  void start() {
    if (on) {
      thread.start();
    }
  }

  private void run() {
    while (isWanted()) {
      KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(settings);
      try {
        current = consumer;
        consumer.assign(ALL);
        follow(consumer);
      } catch (KafkaException e) {
        log.debug("receipts of canaries cannot be read; trying again", e);
        pause();
      } finally {
        current = null;
        consumer.close(CloseOptions.timeout(Duration.ZERO));
      }
    }
  }

  private void follow(KafkaConsumer<String, byte[]> consumer) {
    if (positions.isEmpty()) {
      positions.putAll(consumer.endOffsets(ALL));
    }
    positions.forEach(consumer::seek);
    while (isWanted()) {
      ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
      records.forEach(returns::enter);
      records.nextOffsets().forEach((partition, next) -> positions.put(partition, next.offset()));
    }
  }

  private boolean isWanted() {
    return closed.getCount() > 0;
  }

  private void pause() {
    try {
      if (closed.await(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
        log.debug("no more canaries are listened for");
      }
    } catch (InterruptedException e) {
      closed.countDown();
    }
  }

  @Override
  public void renew(String why) {
    wake();
  }

  private void wake() {
    KafkaConsumer<String, byte[]> consumer = current;
    if (consumer != null) {
      consumer.wakeup();
    }
  }

  @Override
  public void close() {
    closed.countDown();
    wake();
    try {
      thread.join(TimeUnit.SECONDS.toMillis(2));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

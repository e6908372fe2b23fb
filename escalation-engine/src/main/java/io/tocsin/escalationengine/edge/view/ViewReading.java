package io.tocsin.escalationengine.edge.view;

import io.tocsin.contracts.events.Topic;
import io.tocsin.contracts.events.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One thread with one consumer at a time, until it is stopped; a fault is followed by another try.
 */
final class ViewReading {
  private static final Logger log = LoggerFactory.getLogger(ViewReading.class);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final long PAUSE_SECONDS = 1;

  /** The last events of each partition answer commands that are repeated after a restart. */
  private static final long RECALLED = 5_000;

  private final Map<String, Object> settings;
  private final ViewReader reader;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final Thread thread = new Thread(this::run, "incident-view");
  private volatile @Nullable KafkaConsumer<String, byte[]> current;
  private volatile boolean healthy;

  ViewReading(Map<String, Object> settings, ViewReader reader) {
    this.settings = settings;
    this.reader = reader;
    settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5_000);
    settings.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, 4_000);
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 2_000);
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  boolean isHealthy() {
    return healthy;
  }

  /** Ends it soon, without waiting: a consumer whose clock went back may answer late. */
  void stop() {
    stopped.countDown();
    KafkaConsumer<String, byte[]> consumer = current;
    if (consumer != null) {
      consumer.wakeup();
    }
  }

  private void run() {
    while (isWanted()) {
      try {
        read();
      } catch (WakeupException e) {
        log.debug("the view's consumer was woken to stop");
      } catch (RuntimeException e) {
        healthy = false;
        log.warn("incidents cannot be read; trying again: {}", e.toString());
        pause();
      }
    }
  }

  private void read() {
    KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(settings);
    try {
      current = consumer;
      Map<TopicPartition, Long> ends = seek(consumer);
      while (isWanted()) {
        reader.take(consumer.poll(POLL));
        healthy = true;
        ends.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
        if (ends.isEmpty()) {
          reader.reachedTheEnd();
        }
      }
    } finally {
      current = null;
      consumer.close(CloseOptions.timeout(Duration.ZERO));
    }
  }

  /** Goes where reading begins, or went on last; answers with the ends as they are now. */
  private Map<TopicPartition, Long> seek(KafkaConsumer<String, byte[]> consumer) {
    List<TopicPartition> all =
        Stream.concat(partitions(Topics.INCIDENTS), partitions(Topics.INCIDENT_EVENTS)).toList();
    consumer.assign(all);
    Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(all);
    Map<TopicPartition, Long> ends = new HashMap<>(consumer.endOffsets(all));
    Map<TopicPartition, Long> known = reader.positions();
    for (TopicPartition partition : all) {
      long beginning = beginnings.getOrDefault(partition, 0L);
      boolean recalled = partition.topic().equals(Topics.INCIDENT_EVENTS.name());
      long first =
          recalled ? Math.max(beginning, ends.getOrDefault(partition, 0L) - RECALLED) : beginning;
      consumer.seek(partition, known.getOrDefault(partition, first));
    }
    return ends;
  }

  private static Stream<TopicPartition> partitions(Topic<?> topic) {
    return IntStream.range(0, topic.partitions())
        .mapToObj(partition -> new TopicPartition(topic.name(), partition));
  }

  private boolean isWanted() {
    return stopped.getCount() > 0;
  }

  private void pause() {
    try {
      if (stopped.await(PAUSE_SECONDS, TimeUnit.SECONDS)) {
        log.debug("the view's reading was stopped while it paused");
      }
    } catch (InterruptedException e) {
      stopped.countDown();
    }
  }
}

package io.tocsin.escalationengine.edge.ledger;

import io.tocsin.contracts.events.Topic;
import io.tocsin.contracts.events.Topics;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One thread with one consumer at a time, until it is stopped; a fault is followed by another try.
 */
final class LedgerReading {
  private static final Logger log = LoggerFactory.getLogger(LedgerReading.class);
  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final List<TopicPartition> ALL =
      List.<Topic<?>>of(
              Topics.ALERTS, Topics.ALERT_DISPOSITIONS, Topics.DEAD_LETTERS, Topics.QUARANTINE)
          .stream()
          .flatMap(
              topic ->
                  IntStream.range(0, topic.partitions())
                      .mapToObj(number -> new TopicPartition(topic.name(), number)))
          .toList();

  private final Map<String, Object> settings;
  private final LedgerReader owner;
  private final LedgerBook book;
  private final InstantSource clock;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final Thread thread = new Thread(this::run, "ledger");
  private volatile @Nullable KafkaConsumer<String, byte[]> current;

  LedgerReading(
      Map<String, Object> settings, LedgerReader owner, LedgerBook book, InstantSource clock) {
    this.settings = settings;
    this.owner = owner;
    this.book = book;
    this.clock = clock;
    settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5_000);
    settings.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, 4_000);
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 2_000);
    // it is in no hurry: fewer, fuller fetches leave more to who decides
    settings.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, 64 * 1024);
    settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 500);
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  /** Ends it soon, without waiting: a consumer whose clock went back may answer late. */
  void stop() {
    stopped.countDown();
    KafkaConsumer<String, byte[]> consumer = current;
    if (consumer != null) {
      consumer.wakeup();
    }
  }

  void await(Duration patience) {
    try {
      thread.join(patience.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    while (isWanted()) {
      try {
        owner.open();
        read();
      } catch (WakeupException e) {
        log.debug("the ledger's consumer was woken to stop");
      } catch (RuntimeException e) {
        log.warn("the ledger cannot read; it tries again: {}", e.toString());
        pause();
      }
    }
  }

  private void read() {
    KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(settings);
    try {
      current = consumer;
      consumer.assign(ALL);
      seek(consumer);
      follow(consumer);
    } finally {
      current = null;
      consumer.close(CloseOptions.timeout(Duration.ZERO));
    }
  }

  /** Where it went on last; else as far back as the book reaches. */
  private void seek(KafkaConsumer<String, byte[]> consumer) {
    Map<String, Long> known = book.positions();
    Map<TopicPartition, Long> wanted = new HashMap<>();
    for (TopicPartition partition : ALL) {
      Long position = known.get(partition.toString());
      if (position == null) {
        wanted.put(partition, book.sinceMillis());
      } else {
        consumer.seek(partition, position);
      }
    }
    Map<TopicPartition, Long> ends = consumer.endOffsets(wanted.keySet());
    for (var found : consumer.offsetsForTimes(wanted).entrySet()) {
      OffsetAndTimestamp first = found.getValue();
      consumer.seek(
          found.getKey(), first == null ? ends.getOrDefault(found.getKey(), 0L) : first.offset());
    }
  }

  private void follow(KafkaConsumer<String, byte[]> consumer) {
    Pace pace = new Pace();
    Target target = look(consumer);
    Target newest = target;
    while (isWanted()) {
      ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
      book.enter(records, clock.instant());
      pace.read(records);
      if (!clock.instant().isBefore(newest.at().plus(LOOK))) {
        newest = look(consumer);
      }
      for (Target next : List.of(target, newest)) {
        if (unread(consumer, next).isEmpty()) {
          book.caughtUp(next.at());
          target = newest;
        }
      }
      Map<TopicPartition, Long> unread = unread(consumer, newest);
      book.behind(unread.values().stream().mapToLong(Long::longValue).sum());
      hold(consumer, pace.held(unread.keySet(), book.isFull()));
      owner.keepInTime();
    }
  }

  private Target look(KafkaConsumer<String, byte[]> consumer) {
    Instant at = clock.instant();
    Target ends = new Target(at, consumer.endOffsets(ALL));
    book.answered(at);
    return ends;
  }

  private static Map<TopicPartition, Long> unread(
      KafkaConsumer<String, byte[]> consumer, Target target) {
    Map<TopicPartition, Long> unread = new HashMap<>();
    target
        .ends()
        .forEach(
            (partition, end) -> {
              long left = end - consumer.position(partition);
              if (left > 0) {
                unread.put(partition, left);
              }
            });
    return unread;
  }

  private static void hold(KafkaConsumer<String, byte[]> consumer, Set<TopicPartition> held) {
    Set<TopicPartition> released = new HashSet<>(consumer.paused());
    released.removeAll(held);
    consumer.resume(released);
    consumer.pause(held);
  }

  private boolean isWanted() {
    return stopped.getCount() > 0;
  }

  private void pause() {
    try {
      if (stopped.await(LOOK.toSeconds(), TimeUnit.SECONDS)) {
        log.debug("the ledger's reading was stopped while it paused");
      }
    } catch (InterruptedException e) {
      stopped.countDown();
    }
  }

  /** Where everything ended at one moment. */
  private record Target(Instant at, Map<TopicPartition, Long> ends) {}
}

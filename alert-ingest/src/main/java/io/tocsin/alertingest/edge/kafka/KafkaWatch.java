package io.tocsin.alertingest.edge.kafka;

import io.tocsin.contracts.events.Topics;
import io.tocsin.contracts.runtime.Background;
import io.tocsin.contracts.runtime.ClockGuard;
import io.tocsin.contracts.runtime.KafkaSettings;
import io.tocsin.contracts.runtime.TopicSetup;
import io.tocsin.contracts.runtime.TopicsRefused;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;

/**
 * Whether Kafka is there. On a thread of its own it creates the topics, fetches their metadata for
 * the producer and keeps it warm, and asks the brokers when no record has been taken for a while.
 */
public final class KafkaWatch implements ClockGuard.KafkaClients, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(KafkaWatch.class);
  private static final Duration PERIOD = Duration.ofSeconds(1);
  private static final Duration QUIET = Duration.ofSeconds(5);
  private static final Duration STALE = Duration.ofSeconds(15);
  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final Duration PAUSE = Duration.ofMillis(50);
  private static final int ATTEMPTS = 40;
  private static final int TOO_MANY = 3;

  private final KafkaSettings settings;
  private final DefaultKafkaProducerFactory<String, byte[]> producers;
  private final KafkaTemplate<String, byte[]> kafka;
  private final InstantSource clock;
  private final BrokerProbe probe;
  private final ScheduledExecutorService thread = Background.thread("kafka-watch");

  private final AtomicInteger failures = new AtomicInteger();
  private boolean topicsReady;
  private boolean reported;
  private volatile boolean warm;
  private volatile boolean failing;
  private volatile boolean looked;
  private volatile String trouble = "Kafka has not been reached yet";
  private volatile Instant heardAt = Instant.EPOCH;

  public KafkaWatch(
      KafkaSettings settings,
      DefaultKafkaProducerFactory<String, byte[]> producers,
      KafkaTemplate<String, byte[]> kafka,
      InstantSource clock) {
    this.settings = settings;
    this.producers = producers;
    this.kafka = kafka;
    this.clock = clock;
    this.probe = new BrokerProbe(settings);
  }

  public void start() {
    thread.scheduleWithFixedDelay(this::lookSafely, 0, PERIOD.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Whether a send would not have to wait for metadata. */
  boolean isWarm() {
    return warm;
  }

  /** Whether a record was not taken, or a question not answered, and no answer came since. */
  boolean isFailing() {
    return failing;
  }

  /** Whether Kafka was looked for since the start, found or not. */
  boolean hasLooked() {
    return looked;
  }

  /** Whether Kafka took a record, or answered, lately. */
  public boolean isReachable() {
    return warm && !failing && heardAt.plus(STALE).isAfter(clock.instant());
  }

  /** What is wrong, to a person. */
  public String trouble() {
    return trouble;
  }

  void tookRecord() {
    failures.set(0);
    heard();
  }

  /** Kafka is asked at the next look whether it is there. */
  void tookNoRecord() {
    failures.incrementAndGet();
    failing = true;
    trouble = "Kafka at " + settings.bootstrapServers() + " took no record";
  }

  private void heard() {
    heardAt = clock.instant();
    failing = false;
  }

  private void lookSafely() {
    try {
      look();
      looked = true;
    } catch (TopicsRefused | RuntimeException e) {
      failing = true;
      looked = true;
      trouble = String.valueOf(e.getMessage());
      if (!reported) {
        reported = true;
        log.warn("alerts go to the spool until Kafka is back: {}", trouble);
      }
    }
  }

  private void look() throws TopicsRefused {
    if (!topicsReady) {
      TopicSetup.ensure(settings);
      topicsReady = true;
    }
    fetchMetadata();
    if (failing || heardAt.plus(QUIET).isBefore(clock.instant())) {
      probe.ask(PATIENCE);
      if (failures.get() >= TOO_MANY) {
        makeAnew("Kafka answers but takes no record");
      }
      heard();
    }
    if (reported) {
      reported = false;
      log.info("Kafka at {} is back", settings.bootstrapServers());
    }
  }

  /**
   * Asking renews the topics' place in the producer's cache, so that a send finds them there. The
   * answer comes later, because this producer never waits.
   */
  private void fetchMetadata() {
    RuntimeException last = new KafkaAway("never asked", null);
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      try {
        kafka.partitionsFor(Topics.ALERTS.name());
        kafka.partitionsFor(Topics.QUARANTINE.name());
        warm = true;
        return;
      } catch (RuntimeException e) {
        warm = false;
        last = e;
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    }
    throw new KafkaAway(
        "Kafka at " + settings.bootstrapServers() + " does not tell where the topics are", last);
  }

  private void makeAnew(String why) {
    log.warn("the Kafka producer is made anew: {}", why);
    warm = false;
    failures.set(0);
    producers.reset();
    fetchMetadata();
  }

  /** A producer does not survive a step of the wall clock. */
  @Override
  public void renew(String why) {
    warm = false;
    thread.execute(
        () -> {
          probe.close();
          try {
            makeAnew(why);
          } catch (RuntimeException e) {
            log.warn("the new Kafka producer is not ready yet: {}", e.getMessage());
          }
        });
  }

  @Override
  public void close() {
    thread.shutdownNow();
    probe.close();
  }
}

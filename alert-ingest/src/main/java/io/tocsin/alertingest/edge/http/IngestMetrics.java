package io.tocsin.alertingest.edge.http;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.tocsin.alertingest.core.spool.RecentCount;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * {@code tocsin.ingest.*}: what came, by integration, and how long it took to keep. What was
 * accepted, alerts and what was put aside alike, is the sum of what was published, spooled and
 * quarantined: each is counted when its delivery is answered 202, and not at all when it is
 * refused.
 */
final class IngestMetrics {
  /** Whoever had no key that is known. */
  static final String NOBODY = "unknown";

  private final MeterRegistry registry;
  private final RecentCount quarantined;
  private final InstantSource clock;
  private final Timer publish;
  private final Map<String, Sender> senders = new ConcurrentHashMap<>();

  /**
   * @param quarantined where it is told as well what was put aside, for the alarm about it
   */
  IngestMetrics(MeterRegistry registry, RecentCount quarantined, InstantSource clock) {
    this.registry = registry;
    this.quarantined = quarantined;
    this.clock = clock;
    this.publish =
        Timer.builder("tocsin.ingest.publish")
            .description("From the parsed webhook until Kafka or the spool has all of it")
            .serviceLevelObjectives(
                Duration.ofMillis(5),
                Duration.ofMillis(25),
                Duration.ofMillis(100),
                Duration.ofMillis(500),
                Duration.ofSeconds(4))
            .register(registry);
  }

  /** A delivery was answered 202. */
  void accepted(String integration, Taken taken, long nanos) {
    Sender sender = senders.computeIfAbsent(integration, this::sender);
    sender.accepted().increment((double) taken.alerts() + taken.quarantined());
    sender.published().increment((double) taken.alerts() - taken.spooled());
    sender.spooled().increment(taken.spooled());
    sender.quarantined().increment(taken.quarantined());
    quarantined.add(integration, taken.quarantined(), clock.instant());
    publish.record(nanos, TimeUnit.NANOSECONDS);
  }

  /** A delivery was answered with a problem. */
  void refused(String integration, Problem problem) {
    registry
        .counter(
            "tocsin.ingest.refused",
            "integration",
            integration,
            "status",
            Integer.toString(problem.status().value()))
        .increment();
  }

  private Sender sender(String integration) {
    return new Sender(
        counter("accepted", "Alerts and unreadable parts of deliveries answered 202", integration),
        counter("published", "Of those, alerts that Kafka had by then", integration),
        counter("spooled", "Of those, alerts kept on disk until Kafka takes them", integration),
        counter("quarantined", "Of those, unreadable parts that were put aside", integration));
  }

  private Counter counter(String what, String description, String integration) {
    return Counter.builder("tocsin.ingest." + what)
        .description(description)
        .tag("integration", integration)
        .register(registry);
  }

  private record Sender(
      Counter accepted, Counter published, Counter spooled, Counter quarantined) {}

  /**
   * What a delivery held.
   *
   * @param spooled those of its alerts that wait for Kafka
   * @param quarantined parts that were put aside
   */
  record Taken(int alerts, int spooled, int quarantined) {}
}

package io.tocsin.alertingest.edge.http;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * {@code tocsin.ingest.*}: what came, by integration, and how long Kafka took. What was accepted,
 * alerts and what was put aside alike, is the sum of what was published, spooled and quarantined:
 * each is counted when its delivery is answered 202, and not at all when it is refused.
 */
final class IngestMetrics {
  /** Whoever had no key that is known. */
  static final String NOBODY = "unknown";

  private final MeterRegistry registry;
  private final Timer publish;
  private final Map<String, Sender> senders = new ConcurrentHashMap<>();

  IngestMetrics(MeterRegistry registry) {
    this.registry = registry;
    this.publish =
        Timer.builder("tocsin.ingest.publish")
            .description("From the parsed webhook until Kafka has all of it")
            .serviceLevelObjectives(
                Duration.ofMillis(5),
                Duration.ofMillis(25),
                Duration.ofMillis(100),
                Duration.ofMillis(500),
                Duration.ofSeconds(4))
            .register(registry);
  }

  /** A delivery was answered 202. */
  void accepted(String integration, int alerts, int quarantined, long nanos) {
    Sender sender = senders.computeIfAbsent(integration, this::sender);
    sender.accepted().increment((double) alerts + quarantined);
    sender.published().increment(alerts);
    sender.quarantined().increment(quarantined);
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
    // there is no spool yet: nothing is ever counted there
    counter("spooled", "Alerts kept on disk until Kafka takes them", integration);
    return new Sender(
        counter("accepted", "Alerts and unreadable parts of deliveries answered 202", integration),
        counter("published", "Of those, alerts that Kafka has", integration),
        counter("quarantined", "Of those, unreadable parts that were put aside", integration));
  }

  private Counter counter(String what, String description, String integration) {
    return Counter.builder("tocsin.ingest." + what)
        .description(description)
        .tag("integration", integration)
        .register(registry);
  }

  private record Sender(Counter accepted, Counter published, Counter quarantined) {}
}

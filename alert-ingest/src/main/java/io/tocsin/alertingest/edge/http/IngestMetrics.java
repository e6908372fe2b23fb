package io.tocsin.alertingest.edge.http;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** {@code tocsin.ingest.*}: what came, by integration, and how long Kafka took. */
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
    sender.accepted().increment();
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
    return new Sender(
        registry.counter("tocsin.ingest.accepted", "integration", integration),
        registry.counter("tocsin.ingest.published", "integration", integration),
        registry.counter("tocsin.ingest.quarantined", "integration", integration));
  }

  private record Sender(Counter accepted, Counter published, Counter quarantined) {}
}

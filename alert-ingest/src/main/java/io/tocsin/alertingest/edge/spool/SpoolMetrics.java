package io.tocsin.alertingest.edge.spool;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;

/** {@code tocsin.ingest.spool.*}: what waits for Kafka. */
final class SpoolMetrics {

  SpoolMetrics(MeterRegistry registry, Spool spool, InstantSource clock) {
    Gauge.builder("tocsin.ingest.spool.records", spool, it -> it.standing().records())
        .description("Records on disk that Kafka does not have yet")
        .register(registry);
    Gauge.builder("tocsin.ingest.spool.bytes", spool, it -> it.standing().bytes())
        .description("What they take on disk")
        .baseUnit("bytes")
        .register(registry);
    Gauge.builder(
            "tocsin.ingest.spool.oldest.seconds",
            spool,
            it -> it.standing().age(clock.instant()).toMillis() / 1000.0)
        .description("How long the first of them has waited")
        .register(registry);
  }
}

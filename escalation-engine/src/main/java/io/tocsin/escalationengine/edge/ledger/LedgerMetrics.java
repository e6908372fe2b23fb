package io.tocsin.escalationengine.edge.ledger;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.tocsin.contracts.events.AlertDisposition.Outcome;
import io.tocsin.escalationengine.core.ledger.LedgerReport;
import java.util.EnumSet;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** {@code tocsin.ledger.*}: what the ledger says, as gauges. */
final class LedgerMetrics {
  private final MeterRegistry registry;
  private final LedgerView ledger;

  LedgerMetrics(MeterRegistry registry, LedgerView ledger) {
    this.registry = registry;
    this.ledger = ledger;
    gauge("unaccounted", "Accepted longer than the grace, without a disposition", this::unknown);
    gauge("accepted", "Alerts that ingest accepted", LedgerReport::accepted);
    gauge("waiting", "Accepted a moment ago", LedgerReport::waiting);
    gauge("doubled", "Second dispositions of one alert", LedgerReport::doubled);
    gauge("without-alert", "Dispositions of no accepted alert", LedgerReport::withoutAlert);
    gauge("lag", "Records that the ledger has not read yet", LedgerReport::lag);
    gauge("canaries", "Canaries that ingest accepted", it -> it.canaries().accepted());
    for (Outcome outcome : EnumSet.complementOf(EnumSet.of(Outcome.CANARY))) {
      Gauge.builder(
              "tocsin.ledger.disposed",
              ledger,
              it -> it.report().disposed().getOrDefault(outcome, 0L))
          .description("Alerts that came to this end")
          .tag("outcome", outcome.name().toLowerCase(Locale.ROOT).replace('_', '-'))
          .register(registry);
    }
  }

  /** No number while it is not known: 0 would say that all is well. */
  private double unknown(LedgerReport report) {
    Long unaccounted = report.unaccounted();
    return unaccounted == null ? Double.NaN : unaccounted;
  }

  private void gauge(String name, String description, ToDoubleFunction<LedgerReport> value) {
    Gauge.builder("tocsin.ledger." + name, ledger, it -> value.applyAsDouble(it.report()))
        .description(description)
        .register(registry);
  }
}

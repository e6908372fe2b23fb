package io.tocsin.notifier.edge.callback;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.TimeUnit;

/** How many callbacks came, what became of them and how long each took. */
final class CallbackMetrics {
  private final MeterRegistry registry;

  CallbackMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  void count(String provider, String outcome) {
    registry
        .counter("tocsin.notifier.callbacks", "provider", provider, "outcome", outcome)
        .increment();
  }

  void answered(String provider, long nanos) {
    registry
        .timer("tocsin.notifier.callback", "provider", provider)
        .record(nanos, TimeUnit.NANOSECONDS);
  }
}

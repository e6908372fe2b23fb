package io.tocsin.severityclassifier.edge.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import io.tocsin.contracts.events.Canary;
import io.tocsin.contracts.events.ClassifiedAlert;

/** What the classifier counts. */
public final class ClassifierMetrics {
  private final MeterRegistry meters;

  public ClassifierMetrics(MeterRegistry meters) {
    this.meters = meters;
    unreadable(0);
  }

  /** A canary is no alert of anybody's, and not counted among them. */
  void classified(ClassifiedAlert alert) {
    if (Canary.of(alert.alert()).isPresent()) {
      return;
    }
    meters
        .counter(
            "tocsin.classifier.alerts",
            "severity",
            alert.severity().name(),
            "unknown",
            Boolean.toString(alert.unknown()),
            "absorbed",
            Boolean.toString(alert.absorbed() != null))
        .increment();
  }

  void unreadable() {
    unreadable(1);
  }

  private void unreadable(int more) {
    meters.counter("tocsin.classifier.dead.letters").increment(more);
  }

  void threadReplaced() {
    meters.counter("tocsin.classifier.threads.replaced").increment();
  }
}

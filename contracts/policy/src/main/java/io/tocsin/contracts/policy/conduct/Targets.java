package io.tocsin.contracts.policy.conduct;

import io.tocsin.contracts.events.Severity;
import io.tocsin.contracts.policy.yaml.Default;
import io.tocsin.contracts.policy.yaml.Says;
import java.time.Duration;
import java.util.Map;

/** What the metrics are held against (RUN-11). */
@Says("what the metrics are held against")
public record Targets(
    @Says("mean time to detect") @Default("5m") Duration detect,
    @Says("mean time to acknowledge, by level; the response time where a level is left out")
        Map<Severity, Duration> acknowledge,
    @Says("mean time to resolve, by level") Map<Severity, Duration> resolve,
    @Says("recurring incidents in a hundred") @Default("10") int recurrencePercent) {
  public Targets {
    acknowledge = Map.copyOf(acknowledge);
    resolve = Map.copyOf(resolve);
  }
}

package io.tocsin.contracts.policy.conduct;

import io.tocsin.contracts.events.Severity;
import io.tocsin.contracts.policy.yaml.Default;
import io.tocsin.contracts.policy.yaml.Says;
import java.util.Map;
import java.util.Set;

/** What closing asks for (RUN-09.1). */
@Says("what closing an incident asks for")
public record Closure(
    @Says("levels whose incidents are closed without when they recovered before anybody came")
        Set<Severity> freeWhenUnacknowledged,
    @Says("the confirmations, by name") Map<String, Confirmation> confirmations,
    @Says("whether closing without one needs a reason; else it is refused") @Default("true")
        boolean reasonInstead) {
  public Closure {
    freeWhenUnacknowledged = Set.copyOf(freeWhenUnacknowledged);
  }
}

package io.tocsin.chaos.core.checker;

import io.tocsin.chaos.core.evidence.Evidence;
import io.tocsin.chaos.core.evidence.Life;
import io.tocsin.chaos.core.evidence.Stories;
import io.tocsin.chaos.core.evidence.Words;
import io.tocsin.contracts.events.IncidentEvent;

/** every event is one that the incident's state allows */
final class LegalTransitions implements Invariant {
  @Override
  public String name() {
    return "legal-transitions";
  }

  @Override
  public String meaning() {
    return "every event is one that the incident's state allows";
  }

  @Override
  public void check(Evidence evidence, Findings findings) {
    for (Life life : evidence.lives().values()) {
      IncidentEvent stuck = life.stuck();
      if (stuck != null && stuck.sequence() == life.steps().size() + 1) {
        findings.report(
            life.id(),
            "it was %s and cannot have taken event %d (%s)"
                .formatted(
                    life.last().map(last -> last.state().toString()).orElse("not open"),
                    stuck.sequence(),
                    Words.spoken(stuck.change().getClass().getSimpleName())),
            () -> new Stories(evidence).incident(life.id()));
      }
    }
  }
}

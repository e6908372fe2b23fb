package io.tocsin.chaos.core.checker;

import io.tocsin.chaos.core.evidence.Evidence;
import io.tocsin.chaos.core.evidence.Life;
import io.tocsin.chaos.core.evidence.Step;
import io.tocsin.chaos.core.evidence.Stories;
import io.tocsin.contracts.events.Incident;
import io.tocsin.contracts.events.IncidentEvent;
import java.time.Instant;

/** the times of an incident's events do not decrease */
final class TimesDoNotGoBack implements Invariant {
  @Override
  public String name() {
    return "times-do-not-go-back";
  }

  @Override
  public String meaning() {
    return "the times of an incident's events do not decrease";
  }

  @Override
  public void check(Evidence evidence, Findings findings) {
    for (Life life : evidence.lives().values()) {
      for (Step step : life.steps()) {
        Incident before = step.before();
        if (before != null && goesBack(evidence, before, step.event())) {
          findings.report(
              life.id(),
              "event %d is of %s, before the event before it"
                  .formatted(step.event().sequence(), step.event().at()),
              () -> new Stories(evidence).incident(life.id()));
        }
      }
    }
  }

  private static boolean goesBack(Evidence evidence, Incident before, IncidentEvent event) {
    Instant last = before.milestones().changedAt();
    return event.at().isBefore(last.minus(evidence.limits().skew()))
        && !evidence.outages().clockJumped(event.at(), last);
  }
}

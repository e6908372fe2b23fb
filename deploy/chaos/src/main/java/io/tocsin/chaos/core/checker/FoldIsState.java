package io.tocsin.chaos.core.checker;

import io.tocsin.chaos.core.evidence.Evidence;
import io.tocsin.chaos.core.evidence.Life;
import io.tocsin.chaos.core.evidence.Step;
import io.tocsin.chaos.core.evidence.Stories;
import io.tocsin.contracts.events.Incident;
import io.tocsin.contracts.events.IncidentId;
import io.tocsin.contracts.events.Topics;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** what incidents says of an incident is the fold of its events */
final class FoldIsState implements Invariant {
  @Override
  public String name() {
    return "fold-is-state";
  }

  @Override
  public String meaning() {
    return "what incidents says of an incident is the fold of its events";
  }

  @Override
  public void check(Evidence evidence, Findings findings) {
    Map<IncidentId, Incident> last = new HashMap<>();
    evidence
        .history()
        .records()
        .values(Topics.INCIDENTS)
        .forEach(
            incident -> {
              last.put(incident.id(), incident);
              if (isKnown(evidence, incident)
                  && !folded(evidence, incident).filter(incident::equals).isPresent()) {
                report(evidence, findings, incident.id(), "at revision " + incident.revision());
              }
            });
    for (Life life : evidence.lives().values()) {
      Incident kept = last.get(life.id());
      if (!life.isWhole()) {
        continue;
      }
      if (kept == null || life.last().filter(it -> it.revision() != kept.revision()).isPresent()) {
        report(evidence, findings, life.id(), "in the end");
      }
    }
  }

  /** What comes after an event that cannot be folded cannot be compared. */
  private static boolean isKnown(Evidence evidence, Incident incident) {
    return evidence
        .life(incident.id())
        .filter(life -> !life.isWhole() && incident.revision() > life.steps().size())
        .isEmpty();
  }

  private static Optional<Incident> folded(Evidence evidence, Incident incident) {
    return evidence
        .life(incident.id())
        .flatMap(life -> life.step(incident.revision()))
        .map(Step::after);
  }

  private static void report(
      Evidence evidence, Findings findings, IncidentId incident, String when) {
    findings.report(
        incident,
        "incidents and the fold of incident-events differ " + when,
        () -> new Stories(evidence).incident(incident));
  }
}

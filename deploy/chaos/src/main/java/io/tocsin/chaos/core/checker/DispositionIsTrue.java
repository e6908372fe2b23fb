package io.tocsin.chaos.core.checker;

import io.tocsin.chaos.core.Stored;
import io.tocsin.chaos.core.evidence.Evidence;
import io.tocsin.chaos.core.evidence.Life;
import io.tocsin.chaos.core.evidence.Stories;
import io.tocsin.contracts.events.AlertDisposition;
import io.tocsin.contracts.events.AlertId;
import io.tocsin.contracts.events.IncidentChange;
import io.tocsin.contracts.events.IncidentEvent;
import io.tocsin.contracts.events.IncidentId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** the incident that an alert is said to have opened, joined or calmed says so too */
final class DispositionIsTrue implements Invariant {
  @Override
  public String name() {
    return "disposition-is-true";
  }

  @Override
  public String meaning() {
    return "the incident that an alert is said to have opened, joined or calmed says so too";
  }

  @Override
  public void check(Evidence evidence, Findings findings) {
    Map<IncidentId, Set<AlertId>> told = new HashMap<>();
    evidence.lives().values().forEach(life -> told.put(life.id(), alerts(life)));
    evidence
        .dispositions()
        .values()
        .forEach(
            ends ->
                ends.stream()
                    .filter(end -> isOfIncident(end.outcome()))
                    .filter(end -> !toldBy(told, end).contains(end.alert()))
                    .forEach(
                        end ->
                            findings.report(
                                end.alert(),
                                "it is said to have ended as %s in %s, which does not know it"
                                    .formatted(end.outcome(), end.incident()),
                                () -> new Stories(evidence).alert(end.alert()))));
  }

  private static Set<AlertId> toldBy(Map<IncidentId, Set<AlertId>> told, AlertDisposition end) {
    IncidentId incident = end.incident();
    return incident == null ? Set.of() : told.getOrDefault(incident, Set.of());
  }

  private static boolean isOfIncident(AlertDisposition.Outcome outcome) {
    return outcome == AlertDisposition.Outcome.OPENED
        || outcome == AlertDisposition.Outcome.GROUPED
        || outcome == AlertDisposition.Outcome.RECOVERED;
  }

  private static Set<AlertId> alerts(Life life) {
    Set<AlertId> alerts = new HashSet<>();
    for (Stored<IncidentEvent> stored : life.events()) {
      if (stored.value() != null
          && stored.value().change() instanceof IncidentChange.OfAlert change) {
        alerts.add(change.alert());
      }
    }
    return alerts;
  }
}

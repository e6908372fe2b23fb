package io.tocsin.escalationengine.core;

import io.tocsin.contracts.events.Actor;
import io.tocsin.contracts.events.AlertCounts;
import io.tocsin.contracts.events.IncidentChange;
import io.tocsin.contracts.events.IncidentEvent;
import io.tocsin.contracts.events.Severity;

/** What alerts and levels do to an incident. */
final class AlertFold {
  private AlertFold() {}

  static void fired(Draft draft, IncidentChange.AlertFired change, IncidentEvent event) {
    AlertCounts counts = draft.alerts;
    draft.alerts = new AlertCounts(counts.firing() + 1, counts.total() + (change.again() ? 0 : 1));
  }

  static void recovered(Draft draft, IncidentChange.AlertRecovered change, IncidentEvent event) {
    draft.alerts = new AlertCounts(draft.alerts.firing() - 1, draft.alerts.total());
  }

  static void raised(Draft draft, IncidentChange.SeverityRaised change, IncidentEvent event) {
    judged(draft, change.to(), change.unknown(), event);
    if (change.evidence() != null) {
      draft.assessment = draft.assessment.with(change.evidence());
    }
  }

  static void lowered(Draft draft, IncidentChange.SeverityLowered change, IncidentEvent event) {
    judged(draft, change.to(), false, event);
  }

  static void confirmed(Draft draft, IncidentChange.SeverityConfirmed change, IncidentEvent event) {
    judged(draft, change.severity(), false, event);
  }

  static void unchanged(Draft draft, IncidentChange change, IncidentEvent event) {}

  private static void judged(Draft draft, Severity severity, boolean unknown, IncidentEvent event) {
    draft.assessment = draft.assessment.judged(severity, unknown, event.reason());
    if (!event.by().equals(Actor.TOCSIN) && draft.dates.assessedAt == null) {
      draft.dates.assessedAt = event.at();
    }
  }
}

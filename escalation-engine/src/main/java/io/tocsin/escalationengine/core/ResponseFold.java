package io.tocsin.escalationengine.core;

import io.tocsin.contracts.events.IncidentChange;
import io.tocsin.contracts.events.IncidentEvent;
import io.tocsin.contracts.events.Response;
import io.tocsin.contracts.events.TimerName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What people's actions, recovery and relapse do to an incident. */
final class ResponseFold {
  private ResponseFold() {}

  static void acknowledged(Draft draft, IncidentChange.Acknowledged change, IncidentEvent event) {
    draft.response = new Response(change.owner(), event.by(), 0);
    draft.quiet(event);
    draft.at(TimerName.HOLD_DOWN, null);
    if (draft.dates.acknowledgedAt == null) {
      draft.dates.acknowledgedAt = event.at();
    }
  }

  static void handedOver(Draft draft, IncidentChange.HandedOver change, IncidentEvent event) {
    Response before = draft.response;
    draft.response = new Response(change.to(), before.acknowledgedBy(), before.quietedAt());
  }

  static void holdDownStarted(
      Draft draft, IncidentChange.HoldDownStarted change, IncidentEvent event) {
    draft.quiet(event);
    draft.pages.clear();
    if (draft.ladder.rung() >= 0 && !draft.ladder.reached()) {
      LadderFold.neverCalled(draft);
    }
    draft.at(TimerName.HOLD_DOWN, change.until());
    recoveredAt(draft, event.at());
  }

  static void monitoringStarted(
      Draft draft, IncidentChange.MonitoringStarted change, IncidentEvent event) {
    draft.quiet(event);
    draft.at(TimerName.WATCH, change.until());
    recoveredAt(draft, event.at());
  }

  static void relapsed(Draft draft, IncidentChange.Relapsed change, IncidentEvent event) {
    draft.episode = change.episode();
    draft.response = new Response(null, null, draft.response.quietedAt());
    draft.deadlines.clear();
    recoveredAt(draft, null);
  }

  static void resolved(Draft draft, IncidentChange.Resolved change, IncidentEvent event) {
    if (change.cause() != null) {
      draft.cause = draft.cause.or(change.cause());
    }
    ended(draft, change, event);
  }

  static void ended(Draft draft, IncidentChange change, IncidentEvent event) {
    draft.quiet(event);
    draft.deadlines.clear();
    draft.pages.clear();
    draft.dates.endedAt = event.at();
  }

  /** RUN-04.4c: it has an owner, and nobody has acknowledged it. */
  static void assigned(Draft draft, IncidentChange.Assigned change, IncidentEvent event) {
    Response before = draft.response;
    draft.response = new Response(change.to(), before.acknowledgedBy(), before.quietedAt());
  }

  static void withdrawn(
      Draft draft, IncidentChange.AcknowledgementWithdrawn change, IncidentEvent event) {
    draft.response = new Response(null, null, draft.response.quietedAt());
  }

  static void policyFollowed(
      Draft draft, IncidentChange.PolicyFollowed change, IncidentEvent event) {
    draft.policy = change.to();
  }

  static void unchanged(Draft draft, IncidentChange change, IncidentEvent event) {}

  private static void recoveredAt(Draft draft, @Nullable Instant at) {
    draft.dates.monitoringAt = at;
  }
}

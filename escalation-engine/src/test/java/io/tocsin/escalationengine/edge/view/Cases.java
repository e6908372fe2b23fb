package io.tocsin.escalationengine.edge.view;

import io.tocsin.contracts.events.Actor;
import io.tocsin.contracts.events.AlertCounts;
import io.tocsin.contracts.events.Assessment;
import io.tocsin.contracts.events.Briefing;
import io.tocsin.contracts.events.Cause;
import io.tocsin.contracts.events.Communication;
import io.tocsin.contracts.events.Evidence;
import io.tocsin.contracts.events.GroupingKey;
import io.tocsin.contracts.events.Incident;
import io.tocsin.contracts.events.IncidentChange;
import io.tocsin.contracts.events.IncidentEvent;
import io.tocsin.contracts.events.IncidentId;
import io.tocsin.contracts.events.IncidentState;
import io.tocsin.contracts.events.Ladder;
import io.tocsin.contracts.events.Milestones;
import io.tocsin.contracts.events.Reason;
import io.tocsin.contracts.events.Response;
import io.tocsin.contracts.events.Severity;
import io.tocsin.contracts.events.Subject;
import io.tocsin.contracts.events.TimerName;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Incidents and events as the engine writes them. */
public final class Cases {
  private Cases() {}

  public static Incident open(String id, String service, Severity severity, Instant openedAt) {
    IncidentId incident = IncidentId.parse(id);
    return new Incident(
        incident,
        1,
        IncidentState.OPEN,
        List.of(),
        false,
        new Subject(
            GroupingKey.ofDeclaration(incident.team(), id),
            1,
            service,
            "production",
            "Orders are slow",
            "declared"),
        1,
        new Assessment(
            severity,
            false,
            new Reason("declared", "a person said so"),
            Set.of(),
            Evidence.NONE,
            Map.of(),
            List.of("workaround", "users", "error-rate")),
        AlertCounts.NONE,
        Response.NOBODY,
        Ladder.UNTOUCHED,
        List.of(),
        0,
        Map.of(TimerName.LADDER, openedAt.plusSeconds(120)),
        Milestones.opened(openedAt, openedAt),
        Briefing.NOTHING,
        Cause.UNSAID,
        Communication.NONE,
        "policy-hash");
  }

  public static Incident at(Incident incident, long revision, IncidentState state) {
    return with(incident, revision, state, incident.assessment().severity(), incident.response());
  }

  public static Incident with(
      Incident before, long revision, IncidentState state, Severity severity, Response response) {
    return new Incident(
        before.id(),
        revision,
        state,
        List.of(),
        before.restricted(),
        before.subject(),
        before.episode(),
        Assessment.of(severity, false, before.assessment().decidedBy(), Set.of()),
        before.alerts(),
        response,
        before.ladder(),
        before.pages(),
        before.pageCount(),
        before.deadlines(),
        before.milestones(),
        before.briefing(),
        before.cause(),
        before.communication(),
        before.policy());
  }

  public static IncidentEvent event(
      IncidentId id, long sequence, @Nullable String command, Instant at, IncidentChange change) {
    return new IncidentEvent(
        id,
        sequence,
        at,
        new Actor("operator", "api"),
        command,
        new Reason("case-" + sequence, "event " + sequence + " of " + id),
        change);
  }

  public static IncidentEvent noted(IncidentId id, long sequence, @Nullable String command) {
    return event(
        id,
        sequence,
        command,
        Instant.parse("2026-03-01T10:00:00Z"),
        new IncidentChange.AcknowledgementNoted());
  }
}

package io.tocsin.escalationengine.core;

import static io.tocsin.contracts.events.IncidentState.OPEN;

import io.tocsin.contracts.events.AlertCounts;
import io.tocsin.contracts.events.Assessment;
import io.tocsin.contracts.events.Briefing;
import io.tocsin.contracts.events.Cause;
import io.tocsin.contracts.events.Communication;
import io.tocsin.contracts.events.Incident;
import io.tocsin.contracts.events.IncidentChange;
import io.tocsin.contracts.events.IncidentEvent;
import io.tocsin.contracts.events.IncidentId;
import io.tocsin.contracts.events.IncidentState;
import io.tocsin.contracts.events.Ladder;
import io.tocsin.contracts.events.Milestones;
import io.tocsin.contracts.events.Page;
import io.tocsin.contracts.events.Phase;
import io.tocsin.contracts.events.PhaseSince;
import io.tocsin.contracts.events.Response;
import io.tocsin.contracts.events.Subject;
import io.tocsin.contracts.events.TimerName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An incident while one event is folded into it. */
final class Draft {
  final IncidentId id;
  final Subject subject;
  String policy;
  IncidentState state;
  int episode;
  Assessment assessment;
  AlertCounts alerts;
  Response response;
  Ladder ladder;
  final List<Page> pages;
  int pageCount;
  final Map<TimerName, Instant> deadlines = new EnumMap<>(TimerName.class);
  final Dates dates;
  final List<PhaseSince> phases;
  boolean restricted;
  Briefing briefing;
  Cause cause;
  Communication communication;

  private Draft(
      IncidentId id,
      Subject subject,
      String policy,
      Assessment assessment,
      Milestones milestones,
      Briefing briefing) {
    this.id = id;
    this.subject = subject;
    this.policy = policy;
    this.assessment = assessment;
    this.dates = new Dates(milestones);
    this.briefing = briefing;
    this.phases = new ArrayList<>();
    this.cause = Cause.UNSAID;
    this.communication = Communication.NONE;
    this.state = IncidentState.OPEN;
    this.episode = 1;
    this.alerts = AlertCounts.NONE;
    this.response = Response.NOBODY;
    this.ladder = Ladder.UNTOUCHED;
    this.pages = new ArrayList<>();
  }

  static Draft of(Incident incident) {
    Draft draft =
        new Draft(
            incident.id(),
            incident.subject(),
            incident.policy(),
            incident.assessment(),
            incident.milestones(),
            incident.briefing());
    draft.phases.addAll(incident.phases());
    draft.restricted = incident.restricted();
    draft.cause = incident.cause();
    draft.communication = incident.communication();
    draft.state = incident.state();
    draft.episode = incident.episode();
    draft.alerts = incident.alerts();
    draft.response = incident.response();
    draft.ladder = incident.ladder();
    draft.pages.addAll(incident.pages());
    draft.pageCount = incident.pageCount();
    draft.deadlines.putAll(incident.deadlines());
    return draft;
  }

  static Draft opened(IncidentId id, IncidentChange.Opened opened, Instant at) {
    Draft draft =
        new Draft(
            id,
            opened.subject(),
            opened.policy(),
            opened.assessment(),
            Milestones.opened(opened.startedAt(), at),
            opened.briefing() == null ? Briefing.NOTHING : opened.briefing());
    draft.enter(IncidentState.OPEN.phase(), at);
    draft.at(TimerName.FIRST_RESPONSE, opened.firstResponseBy());
    draft.assessedAt(at);
    return draft;
  }

  void at(TimerName timer, @Nullable Instant due) {
    if (due == null) {
      deadlines.remove(timer);
    } else {
      deadlines.put(timer, due);
    }
  }

  /** From this event on, no page caused before it is wanted. */
  void quiet(IncidentEvent event) {
    response = new Response(response.owner(), response.acknowledgedBy(), event.sequence());
    deadlines.remove(TimerName.LADDER);
  }

  /** Nothing is left to ask, or somebody has judged it (RUN-04.0). */
  void assessedAt(Instant at) {
    if (dates.assessedAt == null && assessment.open().isEmpty()) {
      dates.assessedAt = at;
    }
  }

  /** Enters a state; while it is worked on, nobody is told that less is known than before. */
  void enter(IncidentState next, Instant at) {
    if (next == state) {
      return;
    }
    boolean underWay = state.isWorkedOn() && next.isWorkedOn();
    Phase phase = phases.get(phases.size() - 1).phase();
    Phase follows = next == OPEN ? Phase.INVESTIGATING : next.phase();
    if (!underWay || follows.compareTo(phase) > 0) {
      enter(follows, at);
    }
    state = next;
  }

  void enter(Phase phase, Instant at) {
    phases.add(new PhaseSince(phase, at));
  }

  Incident build(IncidentEvent event) {
    boolean clocksRun = state.isWorkedOn();
    at(TimerName.TELLING, clocksRun ? communication.next() : null);
    if (!clocksRun) {
      deadlines.remove(TimerName.FIRST_RESPONSE);
    }
    return new Incident(
        id,
        event.sequence(),
        state,
        phases,
        restricted,
        subject,
        episode,
        assessment,
        alerts,
        response,
        ladder,
        pages,
        pageCount,
        deadlines,
        dates.changedAt(event.at()),
        briefing,
        cause,
        communication,
        policy);
  }
}

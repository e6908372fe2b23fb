package io.tocsin.escalationengine.core;

import io.tocsin.contracts.events.AlertCounts;
import io.tocsin.contracts.events.Assessment;
import io.tocsin.contracts.events.Incident;
import io.tocsin.contracts.events.IncidentChange;
import io.tocsin.contracts.events.IncidentEvent;
import io.tocsin.contracts.events.IncidentId;
import io.tocsin.contracts.events.IncidentState;
import io.tocsin.contracts.events.Ladder;
import io.tocsin.contracts.events.Milestones;
import io.tocsin.contracts.events.Page;
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
  final String policy;
  IncidentState state;
  int episode;
  Assessment assessment;
  AlertCounts alerts;
  Response response;
  Ladder ladder;
  final List<Page> pages;
  int pageCount;
  final Map<TimerName, Instant> deadlines = new EnumMap<>(TimerName.class);
  Milestones milestones;

  private Draft(
      IncidentId id, Subject subject, String policy, Assessment assessment, Milestones milestones) {
    this.id = id;
    this.subject = subject;
    this.policy = policy;
    this.assessment = assessment;
    this.milestones = milestones;
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
            incident.milestones());
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
    return new Draft(
        id,
        opened.subject(),
        opened.policy(),
        opened.assessment(),
        new Milestones(opened.startedAt(), at, null, null, null, at));
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

  Incident build(IncidentEvent event) {
    Milestones seen = milestones;
    return new Incident(
        id,
        event.sequence(),
        state,
        subject,
        episode,
        assessment,
        alerts,
        response,
        ladder,
        pages,
        pageCount,
        deadlines,
        new Milestones(
            seen.startedAt(),
            seen.openedAt(),
            seen.acknowledgedAt(),
            seen.monitoringAt(),
            seen.endedAt(),
            event.at()),
        policy);
  }
}

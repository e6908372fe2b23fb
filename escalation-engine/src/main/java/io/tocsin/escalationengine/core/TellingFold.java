package io.tocsin.escalationengine.core;

import io.tocsin.contracts.events.Briefing;
import io.tocsin.contracts.events.IncidentChange;
import io.tocsin.contracts.events.IncidentEvent;
import io.tocsin.contracts.events.MessageKind;
import io.tocsin.contracts.events.SaidByPerson;
import io.tocsin.contracts.events.TimerName;
import io.tocsin.contracts.events.Update;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** What telling people, and what they tell, does to an incident. */
final class TellingFold {
  private TellingFold() {}

  static void told(Draft draft, IncidentChange.PeopleTold change, IncidentEvent event) {
    draft.communication = draft.communication.heard(change.receivers());
    if (draft.dates.toldAt == null && change.kind() == MessageKind.INCIDENT_MESSAGE) {
      draft.dates.toldAt = event.at();
    }
  }

  static void deferred(Draft draft, IncidentChange.TellingDeferred change, IncidentEvent event) {
    draft.communication = draft.communication.waiting(change.audience(), change.until());
  }

  static void due(Draft draft, IncidentChange.TellingDue change, IncidentEvent event) {
    draft.communication = draft.communication.withoutWaiting(change.audience());
  }

  static void ticketOpened(Draft draft, IncidentChange.TicketOpened change, IncidentEvent event) {
    if (draft.dates.ticketedAt == null) {
      draft.dates.ticketedAt = event.at();
    }
  }

  static void assessed(Draft draft, IncidentChange.Assessed change, IncidentEvent event) {
    Map<String, SaidByPerson> answers =
        change.answers().entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey,
                    answer -> new SaidByPerson(answer.getValue(), event.by(), event.at())));
    draft.assessment = draft.assessment.answered(answers);
    draft.assessedAt(event.at());
  }

  static void checked(
      Draft draft, IncidentChange.FirstResponseChecked change, IncidentEvent event) {
    draft.at(TimerName.FIRST_RESPONSE, null);
  }

  /** What an update says of the impact is what is known of it. */
  static void updated(Draft draft, IncidentChange.UpdatePosted change, IncidentEvent event) {
    Update update = change.update();
    Briefing known = draft.briefing;
    String impact = Objects.requireNonNullElse(update.impact(), known.impact());
    draft.briefing = new Briefing(known.summary(), impact, known.links(), known.runbooks());
  }

  static void phaseEntered(Draft draft, IncidentChange.PhaseEntered change, IncidentEvent event) {
    draft.enter(change.phase(), event.at());
  }

  static void restricted(Draft draft, IncidentChange.Restricted change, IncidentEvent event) {
    draft.restricted = true;
  }

  static void closed(Draft draft, IncidentChange.Closed change, IncidentEvent event) {
    draft.cause = draft.cause.or(change.cause());
    draft.dates.closedAt = event.at();
  }
}

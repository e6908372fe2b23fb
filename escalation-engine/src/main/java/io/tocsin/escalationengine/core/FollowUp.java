package io.tocsin.escalationengine.core;

import io.tocsin.contracts.events.Communication;
import io.tocsin.contracts.events.Communication.Told;
import io.tocsin.contracts.events.Incident;
import io.tocsin.contracts.events.IncidentChange;
import io.tocsin.contracts.events.IncidentEvent;
import io.tocsin.contracts.events.IncidentState;
import io.tocsin.contracts.events.MessageKind;
import io.tocsin.contracts.events.Phase;
import io.tocsin.contracts.events.Reason;
import io.tocsin.contracts.policy.conduct.Telling;
import io.tocsin.contracts.policy.conduct.Telling.Occasion;
import io.tocsin.contracts.policy.conduct.Ticket;
import io.tocsin.contracts.policy.yaml.Durations;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What follows from what was just decided: who else hears of it (RUN-04.4, RUN-07.3, MHV-aud), and
 * what whoever has it is asked (RUN-02.2).
 */
final class FollowUp {
  private final Story story;
  private final Rulebook rulebook;
  private final NotificationMatrix matrix;

  FollowUp(Story story, Rulebook rulebook) {
    this.story = story;
    this.rulebook = rulebook;
    this.matrix = new NotificationMatrix(story, rulebook);
  }

  /** Adds to {@code story} what follows from its events. */
  static Story of(Story story, Rulebook rulebook) {
    List<IncidentEvent> events = List.copyOf(story.events());
    FollowUp next = new FollowUp(story, rulebook);
    events.forEach(next::after);
    next.security(events);
    if (!events.isEmpty()) {
      next.newlyConcerned();
    }
    return story;
  }

  private void after(IncidentEvent event) {
    IncidentChange change = event.change();
    if (change instanceof IncidentChange.Opened) {
      assign();
    } else if (change instanceof IncidentChange.Acknowledged) {
      new WhoHasIt(story, matrix).taken(event.by());
      new Inquiry(story, rulebook).begin();
    } else if (change instanceof IncidentChange.AcknowledgementNoted) {
      new WhoHasIt(story, matrix).answeredToo(event.by());
    } else if (change instanceof IncidentChange.SeverityRaised
        || change instanceof IncidentChange.SeverityLowered
        || change instanceof IncidentChange.SeverityConfirmed) {
      matrix.tell(
          Occasion.LEVEL_SET, MessageKind.INCIDENT_MESSAGE, "level-set", "its level was set");
    } else if (change instanceof IncidentChange.PhaseEntered entered
        && entered.phase() == Phase.IMPLEMENTING_FIX) {
      matrix.tell(
          Occasion.SOLUTION_DETERMINED,
          MessageKind.STAKEHOLDER_NOTICE,
          "solution-determined",
          "a solution is determined");
    } else if (change instanceof IncidentChange.Resolved
        || change instanceof IncidentChange.MarkedFalseAlarm) {
      tellEveryoneWhoWasTold();
    } else if (change instanceof IncidentChange.Closed) {
      closeTicket();
    }
  }

  /** MHV-sec: the officers hear of it, and named roles are asked for what is theirs. */
  private void security(List<IncidentEvent> events) {
    if (events.stream().anyMatch(it -> it.change() instanceof IncidentChange.Restricted)) {
      matrix.tell(
          Occasion.SECURITY_FOUND,
          MessageKind.INCIDENT_MESSAGE,
          "security-found",
          "security or privacy is concerned");
      new Demands(story, rulebook).ofRestricted();
    } else if (story.incident().restricted()) {
      for (IncidentEvent event : events) {
        if (event.change() instanceof IncidentChange.Assessed assessed) {
          new Demands(story, rulebook).ofAnswers(assessed.answers());
        }
      }
    }
  }

  /** RUN-04.4c: assigned to the engineering contact of the service. */
  private void assign() {
    Incident incident = story.incident();
    boolean assigned =
        rulebook
            .conduct(incident.id().team())
            .firstResponse()
            .assign()
            .contains(incident.assessment().severity());
    if (assigned) {
      rulebook
          .assignee(incident, story.now())
          .ifPresent(
              to ->
                  story.tell(
                      new IncidentChange.Assigned(to),
                      "assigned",
                      "assigned to %s, who owns the service".formatted(to.id())));
    }
  }

  /** Audiences of the level as it is now that have not heard of it, and the ticket. */
  private void newlyConcerned() {
    Incident incident = story.incident();
    if (!incident.state().isWorkedOn()) {
      return;
    }
    Set<Told> now = new LinkedHashSet<>();
    for (Telling telling : matrix.tellings(Occasion.OPENED)) {
      if (incident.communication().hasHeard(telling.audience())) {
        continue;
      }
      List<Told> receivers = matrix.receivers().of(telling.audience());
      if (telling.within().isZero()) {
        now.addAll(receivers);
      } else if (!receivers.isEmpty()) {
        later(telling);
      }
    }
    ticket().ifPresent(now::add);
    now.removeIf(told -> incident.communication().told().stream().anyMatch(told::isSamePlace));
    matrix.said(
        MessageKind.INCIDENT_MESSAGE,
        now,
        new Reason("notification-matrix", "whom the policy has told at this level"));
  }

  private Optional<Told> ticket() {
    Incident incident = story.incident();
    Ticket ticket = rulebook.conduct(incident.id().team()).ticket();
    boolean wanted =
        ticket != null
            && !ticket.downTo().isHigherThan(incident.assessment().severity())
            && !incident.communication().hasHeard(Told.TICKET);
    return wanted ? Optional.of(Told.ticket()) : Optional.empty();
  }

  private void later(Telling telling) {
    boolean waits =
        story.incident().communication().later().stream()
            .anyMatch(later -> later.audience().equals(telling.audience()));
    if (!waits) {
      Instant until = story.now().plus(telling.within());
      story.tell(
          new IncidentChange.TellingDeferred(telling.audience(), until),
          "told-later",
          "%s: to be told after %s at the latest"
              .formatted(telling.audience(), Durations.text(telling.within())));
    }
  }

  /** Those whose turn has come, if the level still has them told; the others are told no more. */
  void laterOnes() {
    Incident incident = story.incident();
    Set<Told> now = new LinkedHashSet<>();
    for (Communication.Later later : incident.communication().later()) {
      if (!later.at().isAfter(story.now())) {
        boolean stillConcerned =
            matrix.tellings(Occasion.OPENED).stream()
                .anyMatch(telling -> telling.audience().equals(later.audience()));
        now.addAll(stillConcerned ? matrix.receivers().of(later.audience()) : List.of());
        story.tell(
            new IncidentChange.TellingDue(later.audience()),
            stillConcerned ? "its-time" : "not-concerned",
            stillConcerned
                ? later.audience() + ": their turn has come"
                : later.audience() + ": not told at this level any more");
      }
    }
    matrix.said(
        MessageKind.INCIDENT_MESSAGE, now, new Reason("its-time", "whoever is told by now"));
  }

  /** MHV-res: it reaches everyone who was told, and whom the policy names. */
  private void tellEveryoneWhoWasTold() {
    Incident incident = story.incident();
    Set<Told> now = new LinkedHashSet<>();
    if (incident.state() != IncidentState.FALSE_ALARM) {
      now.addAll(matrix.concerned(Occasion.RESOLVED));
    }
    incident.hearers().stream().filter(Told::reachesPeople).forEach(now::add);
    matrix.said(
        MessageKind.RESOLUTION_NOTICE,
        now,
        incident.state() == IncidentState.FALSE_ALARM
            ? new Reason("false-alarm", "it was a false alarm")
            : new Reason("resolved", "it is over"));
    if (incident.state() == IncidentState.FALSE_ALARM) {
      closeTicket();
    }
  }

  private void closeTicket() {
    if (story.incident().communication().hasHeard(Told.TICKET)) {
      matrix.said(
          MessageKind.TICKET_CLOSED,
          Set.of(Told.ticket()),
          new Reason("closed", "the ticket is closed with cause and duration"));
    }
  }
}

package io.tocsin.escalationengine.core;

import io.tocsin.contracts.events.Cause;
import io.tocsin.contracts.events.CommandAction;
import io.tocsin.contracts.events.Communication.Told;
import io.tocsin.contracts.events.Incident;
import io.tocsin.contracts.events.IncidentChange;
import io.tocsin.contracts.events.IncidentCommand;
import io.tocsin.contracts.events.IncidentState;
import io.tocsin.contracts.events.Reason;
import io.tocsin.contracts.events.Update;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What people tell of an incident while it lasts and after it: it moves no ladder. */
final class Progress {
  private final Story story;
  private final Rulebook rulebook;
  private final IncidentCommand command;

  Progress(Story story, Rulebook rulebook, IncidentCommand command) {
    this.story = story;
    this.rulebook = rulebook;
    this.command = command;
  }

  /** What may still be said of an incident that is resolved, until it is closed. */
  static boolean isForAfterwards(Incident incident, CommandAction action) {
    return incident.state() == IncidentState.RESOLVED
        && (action instanceof CommandAction.RecordFinding
            || action instanceof CommandAction.Note
            || action instanceof CommandAction.FollowPolicy
            || action instanceof CommandAction.Close);
  }

  /** Whether the command was one of these, and so is taken care of. */
  boolean take(Incident incident) {
    CommandAction action = command.action();
    if (action instanceof CommandAction.PostUpdate post) {
      post(incident, post.update());
    } else if (action instanceof CommandAction.Assess assess) {
      assess(incident, assess);
    } else if (action instanceof CommandAction.RecordFinding finding) {
      story.tell(
          new IncidentChange.FindingRecorded(finding.text()),
          "found",
          "%s found something".formatted(command.by().id()));
    } else if (action instanceof CommandAction.Note note) {
      story.tell(
          new IncidentChange.Noted(note.text()),
          "noted",
          "%s is aware of it".formatted(command.by().id()));
    } else if (action instanceof CommandAction.EnterPhase enter) {
      enter(incident, enter);
    } else if (action instanceof CommandAction.Close close) {
      close(incident, close.cause());
    } else if (action instanceof CommandAction.FollowPolicy) {
      followPolicy(incident);
    } else {
      return false;
    }
    return true;
  }

  /** RUN-07.1b: to the team, or to one audience. */
  private void post(Incident incident, Update update) {
    Receivers receivers = new Receivers(incident, rulebook, story.now());
    List<Told> told;
    if (update.audience() == null) {
      told = teamUpdate(incident, receivers);
    } else if (rulebook.audience(incident.id().team(), update.audience()).isEmpty()) {
      refuse("no-such-audience", "the policy names no audience '%s'".formatted(update.audience()));
      return;
    } else {
      told = receivers.of(update.audience());
    }
    story.tell(
        new IncidentChange.UpdatePosted(update, told),
        "update",
        "%s posted an update".formatted(command.by().id()));
  }

  /** The audience whose clock the policy names first, and where else the incident is spoken of. */
  private List<Told> teamUpdate(Incident incident, Receivers receivers) {
    List<Told> owed =
        rulebook.level(incident).updates().stream()
            .findFirst()
            .map(duty -> receivers.of(duty.audience()))
            .orElse(List.of());
    return owed.isEmpty() ? receivers.ofThreads() : owed;
  }

  /** RUN-02.2. */
  private void assess(Incident incident, CommandAction.Assess assess) {
    Set<String> unknown = new TreeSet<>(assess.answers().keySet());
    unknown.removeAll(rulebook.questions(incident.id().team()));
    if (!unknown.isEmpty() || assess.answers().isEmpty()) {
      refuse(
          "no-such-question",
          "%s is asked of nobody; there are %s"
              .formatted(
                  unknown.isEmpty() ? "nothing" : String.join(", ", unknown),
                  String.join(", ", rulebook.questions(incident.id().team()))));
      return;
    }
    story.tell(
        new IncidentChange.Assessed(assess.answers()),
        "assessed",
        "%s answered %s"
            .formatted(
                command.by().id(), String.join(", ", new TreeSet<>(assess.answers().keySet()))));
    new Restriction(story, rulebook).after(assess.answers());
  }

  private void enter(Incident incident, CommandAction.EnterPhase enter) {
    switch (enter.phase()) {
      case MONITORING, RESOLVED ->
          refuse(
              "not-by-hand",
              "%s is entered by recovery or 'resolve'".formatted(enter.phase().wireName()));
      default -> {
        if (!incident.state().isWorkedOn()) {
          refuse("not-worked-on", "it is %s".formatted(incident.state()));
        } else if (incident.phase() == enter.phase()) {
          refuse("same-phase", "it is %s already".formatted(enter.phase().wireName()));
        } else {
          story.tell(
              new IncidentChange.PhaseEntered(enter.phase()),
              "phase",
              "%s: %s".formatted(command.by().id(), enter.phase().wireName()));
        }
      }
    }
  }

  /** RUN-09.2: with root cause and resolution, or not at all. */
  private void close(Incident incident, Cause more) {
    Cause cause = incident.cause().or(more);
    if (incident.state() != IncidentState.RESOLVED) {
      refuse(
          "not-resolved", "it is %s; it is closed once it is resolved".formatted(incident.state()));
    } else if (cause.rootCause() == null || cause.resolution() == null) {
      refuse("no-cause", "say its root cause and its resolution");
    } else {
      story.tell(
          new IncidentChange.Closed(cause), "closed", "closed by %s".formatted(command.by().id()));
    }
  }

  /** What is due already keeps its time; what comes after it is the current policy's. */
  private void followPolicy(Incident incident) {
    String current = rulebook.current().hash();
    if (incident.policy().equals(current)) {
      refuse("same-policy", "it follows the current policy already");
    } else {
      story.tell(
          new IncidentChange.PolicyFollowed(incident.policy(), current),
          "policy",
          "%s: ladder, cadence and templates are the current policy's"
              .formatted(command.by().id()));
    }
  }

  private void refuse(String name, String text) {
    story.tell(
        new IncidentChange.CommandRefused(command.action().wireName()), new Reason(name, text));
  }
}

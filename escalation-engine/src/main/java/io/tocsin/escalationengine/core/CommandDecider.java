package io.tocsin.escalationengine.core;

import io.tocsin.contracts.events.Actor;
import io.tocsin.contracts.events.CommandAction;
import io.tocsin.contracts.events.Incident;
import io.tocsin.contracts.events.IncidentChange;
import io.tocsin.contracts.events.IncidentCommand;
import io.tocsin.contracts.events.IncidentEvent;
import io.tocsin.contracts.events.IncidentState;
import io.tocsin.contracts.events.Reason;
import io.tocsin.contracts.events.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a person's command does. Every command makes an event that names it, a refusal included. */
final class CommandDecider {
  private final IncidentCommand command;
  private final @Nullable Incident incident;
  private final Surroundings surroundings;
  private final Rulebook rulebook;
  private final Story story;

  CommandDecider(
      IncidentCommand command,
      @Nullable Incident incident,
      Surroundings surroundings,
      Instant now,
      Rulebook rulebook) {
    this.command = command;
    this.incident = incident;
    this.surroundings = surroundings;
    this.rulebook = rulebook;
    this.story = new Story(incident, now, command.by(), command.id());
  }

  Decision decide() {
    CommandAction action = command.action();
    if (action instanceof CommandAction.Declare declared) {
      return declare(declared);
    }
    if (incident == null) {
      return refusedWithoutIncident();
    }
    if (incident.state().isOver() && !Progress.isForAfterwards(incident, action)) {
      refuse("over", "%s is over; declare a new incident".formatted(incident.id()));
    } else if (new Progress(story, rulebook, command).take(incident)) {
      return FollowUp.of(story, rulebook).end();
    } else if (action instanceof CommandAction.Acknowledge) {
      acknowledge(incident);
    } else if (action instanceof CommandAction.HandOver handOver) {
      handOver(incident, handOver);
    } else if (action instanceof CommandAction.ChangeSeverity change) {
      changeSeverity(incident, change);
    } else if (action instanceof CommandAction.Escalate escalate) {
      escalate(incident, escalate);
    } else if (action instanceof CommandAction.MarkFalseAlarm falseAlarm) {
      story.tell(new IncidentChange.MarkedFalseAlarm(), said("false-alarm", falseAlarm.reason()));
    } else if (action instanceof CommandAction.Resolve resolve) {
      resolve(incident, resolve);
    } else if (action instanceof CommandAction.Unacknowledge) {
      unacknowledge(incident);
    } else if (action instanceof CommandAction.ReportRecovery) {
      reportRecovery(incident);
    }
    return FollowUp.of(story, rulebook).end();
  }

  private Decision declare(CommandAction.Declare declared) {
    Opening.of(command, declared, surroundings, rulebook, story);
    new LadderWalk(story, rulebook).begin(new Reason("opened", "a declared incident"), null);
    return FollowUp.of(story, rulebook).end();
  }

  /** RUN-04.1a: one owner, no further pages; a second acknowledgement changes no owner. */
  private void acknowledge(Incident open) {
    if (open.state() == IncidentState.OPEN || open.state() == IncidentState.HOLD_DOWN) {
      Actor owner = Objects.requireNonNullElse(open.response().owner(), command.by());
      story.tell(
          new IncidentChange.Acknowledged(owner),
          "acknowledged",
          "acknowledged by %s - investigating".formatted(command.by().id()));
      if (open.state() == IncidentState.HOLD_DOWN) {
        new Recovery(story, rulebook).watch();
      }
    } else {
      story.tell(
          new IncidentChange.AcknowledgementNoted(),
          "already-acknowledged",
          "acknowledged by %s as well; the owner stays".formatted(command.by().id()));
    }
  }

  private void handOver(Incident open, CommandAction.HandOver handOver) {
    Actor to = new Actor(handOver.to(), command.by().via());
    Actor from = open.response().owner();
    if (from != null && from.id().equals(to.id())) {
      refuse("already-owner", to.id() + " owns it already");
    } else {
      story.tell(
          new IncidentChange.HandedOver(from, to), "handed-over", "handed over to " + to.id());
    }
  }

  /** RUN-08.1c: a person may change it at any time; a rise rings again. */
  private void changeSeverity(Incident open, CommandAction.ChangeSeverity change) {
    Severity from = open.assessment().severity();
    Severity to = change.to();
    Reason reason = said("severity-changed", change.reason());
    if (to == from) {
      if (open.assessment().unknown()) {
        story.tell(new IncidentChange.SeverityConfirmed(to), reason);
      } else {
        refuse("same-severity", "it is %s already".formatted(to));
      }
    } else if (to.isHigherThan(from)) {
      story.tell(new IncidentChange.SeverityRaised(from, to, false, null), reason);
      if (story.incident().state() == IncidentState.OPEN) {
        new LadderWalk(story, rulebook).begin(reason, null);
      }
    } else {
      story.tell(new IncidentChange.SeverityLowered(from, to), reason);
    }
  }

  private void escalate(Incident open, CommandAction.Escalate escalate) {
    LadderWalk walk = new LadderWalk(story, rulebook);
    if (open.state() == IncidentState.HOLD_DOWN) {
      refuse("recovered", "it has recovered; acknowledge it first to call somebody in");
    } else if (!walk.hasNext()) {
      refuse("no-rung-left", "nobody is left on the ladder who can be called");
    } else {
      Reason reason = said("escalated", escalate.reason());
      story.tell(new IncidentChange.Escalated(), reason);
      walk.escalate(reason);
    }
  }

  /** Taken back, as at a provider: it rings again from the first rung. */
  private void unacknowledge(Incident open) {
    if (open.state() != IncidentState.ACKNOWLEDGED) {
      refuse("not-acknowledged", "nobody has acknowledged it");
      return;
    }
    Reason reason =
        new Reason(
            "acknowledgement-withdrawn",
            "%s took the acknowledgement back".formatted(command.by().id()));
    story.tell(new IncidentChange.AcknowledgementWithdrawn(), reason);
    new LadderWalk(story, rulebook).begin(reason, null);
  }

  /** "Resolve" at a provider: while alerts fire, an acknowledgement and a question. */
  private void reportRecovery(Incident open) {
    if (open.state() == IncidentState.MONITORING) {
      story.tell(
          new IncidentChange.Noted("called it over"),
          "already-monitoring",
          "%s called it over as well".formatted(command.by().id()));
      return;
    }
    if (open.state() == IncidentState.OPEN || open.state() == IncidentState.HOLD_DOWN) {
      acknowledge(open);
    }
    int firing = story.incident().alerts().firing();
    if (firing > 0) {
      story.tell(
          new IncidentChange.RecoveryQuestioned(firing),
          "still-firing",
          "%s called it over, and %s still firing: is it a false alarm?"
              .formatted(command.by().id(), firing == 1 ? "one alert is" : firing + " alerts are"));
    } else if (story.incident().state() == IncidentState.ACKNOWLEDGED) {
      new Recovery(story, rulebook).watch();
    }
  }

  private void resolve(Incident open, CommandAction.Resolve resolve) {
    int firing = open.alerts().firing();
    if (firing > 0) {
      refuse(
          "still-firing",
          (firing == 1 ? "an alert still fires" : firing + " alerts still fire")
              + "; wait for recovery, or mark it a false alarm");
    } else {
      story.tell(new IncidentChange.Resolved(resolve.cause()), said("resolved", resolve.reason()));
    }
  }

  private Reason said(String name, String text) {
    return new Reason(name, "%s: %s".formatted(command.by().id(), text));
  }

  private void refuse(String name, String text) {
    story.tell(new IncidentChange.CommandRefused(command.action().wireName()), name, text);
  }

  private Decision refusedWithoutIncident() {
    return new Decision(
        List.of(
            new IncidentEvent(
                null,
                0,
                story.now(),
                command.by(),
                command.id(),
                new Reason("no-such-incident", "there is no incident " + command.incident()),
                new IncidentChange.CommandRefused(command.action().wireName()))),
        null,
        List.of(),
        null,
        null);
  }
}

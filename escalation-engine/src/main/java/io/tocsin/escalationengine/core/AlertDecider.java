package io.tocsin.escalationengine.core;

import io.tocsin.contracts.events.Alert;
import io.tocsin.contracts.events.AlertDisposition;
import io.tocsin.contracts.events.AlertDisposition.Outcome;
import io.tocsin.contracts.events.ClassifiedAlert;
import io.tocsin.contracts.events.Incident;
import io.tocsin.contracts.events.IncidentChange;
import io.tocsin.contracts.events.IncidentEvent;
import io.tocsin.contracts.events.IncidentState;
import io.tocsin.contracts.events.Reason;
import io.tocsin.contracts.events.Signal;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What an alert does: opens, joins, repeats, recovers, or leaves everything as it is. */
final class AlertDecider {
  private final ClassifiedAlert classified;
  private final Alert alert;
  private final @Nullable Incident incident;
  private final Surroundings surroundings;
  private final Instant now;
  private final Rulebook rulebook;

  AlertDecider(
      ClassifiedAlert classified,
      @Nullable Incident incident,
      Surroundings surroundings,
      Instant now,
      Rulebook rulebook) {
    this.classified = classified;
    this.alert = classified.alert();
    this.incident = incident;
    this.surroundings = surroundings;
    this.now = now;
    this.rulebook = rulebook;
  }

  Decision decide() {
    if (classified.absorbed() != null) {
      return kept(Outcome.ABSORBED, classified.absorbed());
    }
    if (incident == null || incident.state().isOver()) {
      return withNothingOpen();
    }
    AlertMemory known = surroundings.alert();
    if (known != null && alert.occurredAt().isBefore(known.changedAt())) {
      return kept(
          Outcome.ABSORBED,
          new Reason("older", "the sender said something newer of this alert before"));
    }
    if (alert.signal() == Signal.RECOVERED) {
      return known == null || !known.firing()
          ? kept(Outcome.RECORDED, new Reason("not-firing", "a recovery of what did not fire"))
          : recovered(incident);
    }
    if (known != null && known.firing() && alert.signal().isFiring()) {
      return known.severity() == classified.severity()
          ? repeated(incident, known)
          : joined(incident, known);
    }
    return isAlarm() ? joined(incident, known) : noAlarm();
  }

  private Decision withNothingOpen() {
    AlertMemory known = surroundings.alert();
    boolean stillFires =
        incident != null
            && incident.state() == IncidentState.FALSE_ALARM
            && known != null
            && known.firing();
    if (alert.signal() == Signal.RECOVERED) {
      return stillFires
          ? recoveredQuietly()
          : kept(Outcome.RECORDED, new Reason("nothing-open", "a recovery with nothing open"));
    }
    if (!isAlarm()) {
      return noAlarm();
    }
    if (stillFires && alert.signal() != Signal.TRIGGERED) {
      return kept(
          Outcome.ABSORBED,
          new Reason("false-alarm", "it still fires, and was called a false alarm"));
    }
    return opened();
  }

  private boolean isAlarm() {
    return classified.alarm() && alert.signal().isFiring();
  }

  private Decision opened() {
    Story story = Story.of(null, now);
    Opening.of(classified, surroundings, rulebook, story);
    new Restriction(story, rulebook).after(classified);
    story.tell(fired(false), classified.decidedBy());
    long late = Duration.between(alert.receivedAt(), now).toMinutes();
    new LadderWalk(story, rulebook)
        .begin(
            new Reason("opened", "a new incident"), late >= Outage.LONG.toMinutes() ? late : null);
    return ended(story, null, Outcome.OPENED, new Reason("opened", "it opened the incident"));
  }

  /** A new alert, one that fires again, or one judged at another level. */
  private Decision joined(Incident open, @Nullable AlertMemory known) {
    Story story = Story.of(open, now);
    boolean judgedAnew = known != null && known.firing();
    story.tell(
        judgedAnew
            ? new IncidentChange.AlertRejudged(
                alert.key(),
                alert.id(),
                classified.severity(),
                alert.said(),
                alert.occurredAt(),
                classified.policy())
            : fired(known != null),
        classified.decidedBy());
    new Restriction(story, rulebook).after(classified);
    new Rise(story, rulebook).afterAlert(classified, known);
    return ended(
        story, known, Outcome.GROUPED, new Reason("grouped", "it joined the open incident"));
  }

  private Decision repeated(Incident open, AlertMemory known) {
    AlertMemory heard = known.again(alert.id(), alert.occurredAt());
    Story story = Story.of(open, now);
    if (isPowerOfTen(heard.count())) {
      story.tell(
          new IncidentChange.AlertRepeated(alert.key(), alert.id(), heard.count()),
          "repeated",
          "the sender has said so %d times".formatted(heard.count()));
    }
    return FollowUp.of(story, rulebook)
        .end()
        .with(
            disposition(
                Outcome.REPEATED, open, new Reason("repeated", "the incident knows it already")),
            heard);
  }

  private Decision recovered(Incident open) {
    Story story = Story.of(open, now);
    story.tell(gone(), "recovered", "the sender says that it has recovered");
    if (story.incident().alerts().firing() == 0) {
      new Recovery(story, rulebook).allRecovered();
    }
    return ended(
        story,
        surroundings.alert(),
        Outcome.RECOVERED,
        new Reason("recovered", "it told the incident that it recovered"));
  }

  private Decision recoveredQuietly() {
    Story story = Story.of(incident, now);
    story.tell(gone(), "recovered", "what was called a false alarm has recovered");
    return ended(
        story,
        surroundings.alert(),
        Outcome.RECOVERED,
        new Reason("recovered", "the false alarm has recovered"));
  }

  private Decision noAlarm() {
    return kept(Outcome.RECORDED, new Reason("no-alarm", classified.decidedBy().text()));
  }

  private IncidentChange.AlertFired fired(boolean again) {
    return new IncidentChange.AlertFired(
        alert.key(),
        alert.id(),
        again,
        classified.severity(),
        alert.title(),
        alert.said(),
        alert.occurredAt(),
        classified.policy());
  }

  private IncidentChange.AlertRecovered gone() {
    return new IncidentChange.AlertRecovered(alert.key(), alert.id(), alert.occurredAt());
  }

  private Decision kept(Outcome outcome, Reason reason) {
    Incident open = incident == null || incident.state().isOver() ? null : incident;
    return Decision.nothing(incident).with(disposition(outcome, open, reason), null);
  }

  private Decision ended(Story story, @Nullable AlertMemory known, Outcome outcome, Reason reason) {
    Decision decision = FollowUp.of(story, rulebook).end();
    AlertMemory memory = known;
    for (IncidentEvent event : decision.events()) {
      if (event.change() instanceof IncidentChange.OfAlert change) {
        memory = AlertMemory.fold(memory, change, event.at());
      }
    }
    return decision.with(disposition(outcome, story.incident(), reason), memory);
  }

  private AlertDisposition disposition(Outcome outcome, @Nullable Incident about, Reason reason) {
    return new AlertDisposition(
        alert.id(),
        alert.key(),
        classified.team(),
        outcome,
        about == null ? null : about.id(),
        reason,
        now);
  }

  private static boolean isPowerOfTen(long count) {
    long power = 1;
    while (power < count) {
      power *= 10;
    }
    return power == count;
  }
}

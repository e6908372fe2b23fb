package io.tocsin.escalationengine.core;

import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.events.Incident;
import io.tocsin.contracts.events.IncidentChange;
import io.tocsin.contracts.events.IncidentState;
import io.tocsin.contracts.events.Ladder;
import io.tocsin.contracts.events.Reason;
import io.tocsin.contracts.events.Severity;
import io.tocsin.contracts.policy.Contact;
import io.tocsin.contracts.policy.Level;
import io.tocsin.contracts.policy.Rung;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Up the ladder (RUN-08.2): who is called next, by which method, or why nobody is. */
final class LadderWalk {
  private final Story story;
  private final Rulebook rulebook;

  LadderWalk(Story story, Rulebook rulebook) {
    this.story = story;
    this.rulebook = rulebook;
  }

  /** A new round from rung 1, with pages of its own. */
  void begin(Reason why, @Nullable Long minutesLate) {
    int round = story.incident().ladder().round() + 1;
    story.tell(new IncidentChange.RoundStarted(round, minutesLate), why);
    climb(new Step(0, 0, why, minutesLate, false));
  }

  /** The rung after the last one, because its time has come. */
  void next(Reason why) {
    climb(new Step(story.incident().ladder().rung() + 1, 0, why, null, false));
  }

  /**
   * The next method of the same rung, or the next rung at once when there is none. Where the ladder
   * rests, a person asked for the call, and the level's clock does not hold it back.
   */
  void nextMethod(Reason why) {
    Ladder ladder = story.incident().ladder();
    boolean askedFor = story.incident().state() != IncidentState.OPEN;
    climb(new Step(ladder.rung(), ladder.method() + 1, why, null, askedFor));
  }

  /** A person asks for the next rung: whatever the level's clock says. */
  void escalate(Reason why) {
    climb(new Step(story.incident().ladder().rung() + 1, 0, why, null, true));
  }

  /** Whether a rung above the last one has somebody to call. */
  boolean hasNext() {
    Incident incident = story.incident();
    List<Rung> ladder = rulebook.ladder(incident);
    for (int rung = incident.ladder().rung() + 1; rung < ladder.size(); rung++) {
      if (call(ladder.get(rung), 0).isPresent()) {
        return true;
      }
    }
    return false;
  }

  private void climb(Step from) {
    Incident incident = story.incident();
    Level level = rulebook.level(incident);
    if (!from.now && !rulebook.isOpen(level.clock(), incident.id().team(), story.now())) {
      Instant opening = rulebook.nextOpen(incident.id().team(), story.now());
      story.tell(
          new IncidentChange.LadderDeferred(opening),
          "out-of-hours",
          "%s calls nobody out of business hours".formatted(level.severity()));
      return;
    }
    List<Rung> ladder = rulebook.ladder(incident);
    Step step = from;
    while (step.rung < ladder.size()) {
      Rung rung = ladder.get(step.rung);
      Optional<Call> call = call(rung, step.method);
      if (call.isPresent()) {
        tell(step, rung, call.get());
        return;
      }
      if (step.method == 0) {
        story.tell(
            new IncidentChange.RungPassed(incident.ladder().round(), step.rung, rung.role()),
            passed(rung));
      }
      step = new Step(step.rung + 1, 0, step.why, step.minutesLate, step.now);
    }
    end(level);
  }

  private void tell(Step step, Rung rung, Call call) {
    Incident incident = story.incident();
    boolean runs = incident.state() == IncidentState.OPEN;
    Instant called =
        step.method > 0 && incident.ladder().calledAt() != null
            ? incident.ladder().calledAt()
            : story.now();
    Instant due = called.plus(rung.patience());
    story.tell(
        new IncidentChange.RungCalled(
            incident.ladder().round(),
            step.rung,
            call.method,
            rung.role(),
            call.channel,
            call.contact.id(),
            incident.pageCount() + 1,
            runs ? later(due, story.now()) : null,
            step.minutesLate),
        step.why);
  }

  private static Instant later(Instant due, Instant now) {
    return due.isBefore(now) ? now : due;
  }

  private void end(Level level) {
    Ladder ladder = story.incident().ladder();
    if (story.incident().state() != IncidentState.OPEN) {
      return;
    }
    Duration pause = ladder.reached() ? level.repeatAfter() : level.retryAfter();
    Instant again = pause == null ? null : story.now().plus(pause);
    story.tell(
        new IncidentChange.LadderEnded(ladder.round(), ladder.reached(), again),
        ladder.reached() ? "ladder-ended" : "nobody-reached",
        ladder.reached()
            ? "everyone on the ladder was called and nobody acknowledged"
            : "no call of this round was accepted by its provider");
  }

  /** The first method of {@code rung}, from {@code method} on, that may be used now. */
  private Optional<Call> call(Rung rung, int method) {
    Incident incident = story.incident();
    Level level = rulebook.level(incident);
    Contact contact = rulebook.contact(incident.id().team(), rung.role(), story.now()).orElse(null);
    if (contact == null || !isAtWork(contact)) {
      return Optional.empty();
    }
    for (int next = method; next < rung.by().size(); next++) {
      Channel channel = rung.by().get(next);
      if (level.allows(channel) && contact.methods().containsKey(channel)) {
        return Optional.of(new Call(contact, next, channel));
      }
    }
    return Optional.empty();
  }

  /** RUN-13: out of hours the ladder passes on rather than waits; for P1, hours exclude nobody. */
  private boolean isAtWork(Contact contact) {
    Incident incident = story.incident();
    return incident.assessment().severity() == Severity.P1
        || rulebook.isOpen(contact.hours(), incident.id().team(), story.now());
  }

  private Reason passed(Rung rung) {
    Optional<Contact> contact =
        rulebook.contact(story.incident().id().team(), rung.role(), story.now());
    if (contact.isEmpty()) {
      return new Reason("no-contact", "the policy has no contact " + rung.role());
    }
    return isAtWork(contact.get())
        ? new Reason("no-method", rung.role() + " has no method that this level may use")
        : new Reason("out-of-hours", rung.role() + " is out of hours");
  }

  private record Call(Contact contact, int method, Channel channel) {}

  private record Step(int rung, int method, Reason why, @Nullable Long minutesLate, boolean now) {}
}

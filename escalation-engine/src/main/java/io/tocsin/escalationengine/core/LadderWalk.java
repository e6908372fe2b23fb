package io.tocsin.escalationengine.core;

import io.tocsin.contracts.events.Incident;
import io.tocsin.contracts.events.IncidentChange;
import io.tocsin.contracts.events.IncidentState;
import io.tocsin.contracts.events.Ladder;
import io.tocsin.contracts.events.Reason;
import io.tocsin.contracts.policy.Level;
import io.tocsin.contracts.policy.Rung;
import io.tocsin.contracts.policy.yaml.Durations;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Up the ladder (RUN-08.2): who is called next, by which method, or why nobody is. */
final class LadderWalk {
  private final Story story;
  private final Rulebook rulebook;
  private final RungCalls calls;

  LadderWalk(Story story, Rulebook rulebook) {
    this.story = story;
    this.rulebook = rulebook;
    this.calls = new RungCalls(story, rulebook);
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

  /** The time of the last call is over: the rung's next step that comes of itself, else a rung. */
  void goOn() {
    Ladder ladder = story.incident().ladder();
    Optional<RungCalls.Call> own = ownStep(ladder);
    if (own.isPresent()) {
      String by = own.get().channel().wireName();
      climb(
          new Step(
              ladder.rung(),
              own.get().step(),
              new Reason("their-own-rule", "they want to be called by %s next".formatted(by)),
              null,
              false));
    } else {
      next(new Reason("not-acknowledged", inVain(ladder)));
    }
  }

  /** {@code rung 2, on-call: nobody acknowledged within 3m}. */
  private String inVain(Ladder ladder) {
    List<Rung> rungs = rulebook.ladder(story.incident());
    return ladder.rung() < 0 || ladder.rung() >= rungs.size()
        ? "nobody acknowledged within the time of this rung"
        : "rung %d, %s: nobody acknowledged within %s"
            .formatted(
                ladder.rung() + 1,
                rungs.get(ladder.rung()).role(),
                Durations.text(rungs.get(ladder.rung()).patience()));
  }

  /** What whoever is called asked for next, if that is due within the rung's time. */
  private Optional<RungCalls.Call> ownStep(Ladder ladder) {
    List<Rung> rungs = rulebook.ladder(story.incident());
    Instant called = ladder.calledAt();
    if (called == null || ladder.rung() >= rungs.size()) {
      return Optional.empty();
    }
    Rung rung = rungs.get(ladder.rung());
    return calls
        .call(rung, ladder.method() + 1)
        .filter(call -> call.comesWithin(rung.patience()))
        .filter(call -> !called.plus(call.after()).isAfter(story.now()));
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
      if (calls.call(ladder.get(rung), 0).isPresent()) {
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
      Optional<RungCalls.Call> call = calls.call(rung, step.step);
      if (call.isPresent()) {
        tell(step, rung, call.get());
        return;
      }
      if (step.step == 0) {
        story.tell(
            new IncidentChange.RungPassed(incident.ladder().round(), step.rung, rung.role()),
            calls.passed(rung));
      }
      step = new Step(step.rung + 1, 0, step.why, step.minutesLate, step.now);
    }
    end(level);
  }

  private void tell(Step step, Rung rung, RungCalls.Call call) {
    Incident incident = story.incident();
    boolean runs = incident.state() == IncidentState.OPEN;
    Instant called =
        step.step > 0 && incident.ladder().calledAt() != null
            ? incident.ladder().calledAt()
            : story.now();
    Duration wait =
        calls
            .call(rung, call.step() + 1)
            .filter(own -> own.comesWithin(rung.patience()))
            .map(RungCalls.Call::after)
            .orElse(rung.patience());
    Instant due = called.plus(wait);
    story.tell(
        new IncidentChange.RungCalled(
            incident.ladder().round(),
            step.rung,
            call.step(),
            rung.role(),
            call.channel(),
            call.contact().id(),
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

  private record Step(int rung, int step, Reason why, @Nullable Long minutesLate, boolean now) {}
}

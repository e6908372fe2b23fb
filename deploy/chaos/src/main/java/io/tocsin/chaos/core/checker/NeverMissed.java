package io.tocsin.chaos.core.checker;

import io.tocsin.chaos.core.evidence.Evidence;
import io.tocsin.chaos.core.evidence.Life;
import io.tocsin.chaos.core.evidence.Step;
import io.tocsin.chaos.core.evidence.Stories;
import io.tocsin.chaos.core.evidence.Words;
import io.tocsin.contracts.events.TimerName;
import java.time.Instant;
import java.util.Objects;

/** every deadline is taken within its time, or was lifted before it */
final class NeverMissed implements Invariant {
  @Override
  public String name() {
    return "never-missed";
  }

  @Override
  public String meaning() {
    return "every deadline is taken within its time, or was lifted before it";
  }

  @Override
  public void check(Evidence evidence, Findings findings) {
    for (Life life : evidence.lives().values()) {
      for (TimerName timer : TimerName.values()) {
        check(evidence, findings, life, timer);
      }
    }
  }

  private static void check(Evidence evidence, Findings findings, Life life, TimerName timer) {
    Instant due = null;
    Instant known = Instant.MIN;
    for (Step step : life.steps()) {
      Instant next = step.after().deadlines().get(timer);
      if (Objects.equals(due, next)) {
        continue;
      }
      if (due != null) {
        judge(evidence, findings, life, timer, later(due, known), step.event().at());
      }
      due = next;
      known = step.event().at();
    }
    if (due != null && life.isWhole()) {
      judge(evidence, findings, life, timer, later(due, known), evidence.history().run().ended());
    }
  }

  /** A clock that stood still goes on with what fell due meanwhile: due from when it goes on. */
  private static Instant later(Instant due, Instant known) {
    return known.isAfter(due) ? known : due;
  }

  private static void judge(
      Evidence evidence, Findings findings, Life life, TimerName timer, Instant due, Instant done) {
    Instant latest = evidence.outages().deadline(due, evidence.limits().late());
    if (done.isAfter(latest) && !evidence.outages().clockJumped(due, done)) {
      findings.report(
          life.id(),
          "its %s was due at %s, and nothing happened until %s (at the latest %s)"
              .formatted(Words.spoken(timer.name()), due, done, latest),
          () -> new Stories(evidence).incident(life.id()));
    }
  }
}

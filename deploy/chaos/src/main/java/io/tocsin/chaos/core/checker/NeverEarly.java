package io.tocsin.chaos.core.checker;

import io.tocsin.chaos.core.PageKey;
import io.tocsin.chaos.core.evidence.Evidence;
import io.tocsin.chaos.core.evidence.Life;
import io.tocsin.chaos.core.evidence.Step;
import io.tocsin.chaos.core.evidence.Stories;
import io.tocsin.contracts.events.Incident;
import io.tocsin.contracts.events.IncidentChange;
import io.tocsin.contracts.events.IncidentEvent;
import io.tocsin.contracts.events.Notification;
import io.tocsin.contracts.events.TimerName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** no rung, round or end comes before its deadline, and no page before it was asked for */
final class NeverEarly implements Invariant {
  @Override
  public String name() {
    return "never-early";
  }

  @Override
  public String meaning() {
    return "no rung, round or end comes before its deadline, and no page before it was asked for";
  }

  private static final Set<String> LADDER = Set.of("not-acknowledged", "its-time", "again", "late");

  /** The deadline that the event waited for; empty when it waited for none. */
  private static Optional<TimerName> timer(IncidentEvent event) {
    String reason = event.reason().name();
    IncidentChange change = event.change();
    if (change instanceof IncidentChange.TellingDue) {
      return Optional.of(TimerName.TELLING);
    }
    if (change instanceof IncidentChange.FirstResponseChecked) {
      return Optional.of(TimerName.FIRST_RESPONSE);
    }
    if (change instanceof IncidentChange.Resolved) {
      return reason.equals("held-down")
          ? Optional.of(TimerName.HOLD_DOWN)
          : Optional.of(TimerName.WATCH).filter(stable -> reason.equals("stable"));
    }
    boolean ofLadder =
        change instanceof IncidentChange.RungCalled
            || change instanceof IncidentChange.RungPassed
            || change instanceof IncidentChange.RoundStarted
            || change instanceof IncidentChange.LadderDeferred
            || change instanceof IncidentChange.LadderEnded;
    return Optional.of(TimerName.LADDER).filter(ladder -> ofLadder && LADDER.contains(reason));
  }

  @Override
  public void check(Evidence evidence, Findings findings) {
    for (Life life : evidence.lives().values()) {
      for (Step step : life.steps()) {
        TimerName timer = timer(step.event()).orElse(null);
        Incident before = step.before();
        if (timer != null && before != null && !isDue(before, step.event(), timer)) {
          findings.report(
              life.id(),
              "event %d came at %s, before its deadline (%s)"
                  .formatted(
                      step.event().sequence(), step.event().at(), before.deadlines().get(timer)),
              () -> new Stories(evidence).incident(life.id()));
        }
      }
    }
    evidence.pages().forEach((page, asked) -> checkArrivals(evidence, findings, page, asked));
  }

  /** A round that begins takes its deadline: what follows in the same moment has none. */
  private static boolean isDue(Incident before, IncidentEvent event, TimerName timer) {
    Instant due = before.deadlines().get(timer);
    return due == null
        ? before.milestones().changedAt().equals(event.at())
        : !event.at().isBefore(due);
  }

  private static void checkArrivals(
      Evidence evidence, Findings findings, PageKey page, Notification asked) {
    Instant earliest = asked.requestedAt().minus(evidence.limits().skew());
    evidence.arrivals().getOrDefault(page, List.of()).stream()
        .filter(arrival -> arrival.at().isBefore(earliest))
        .filter(arrival -> !evidence.outages().clockJumped(arrival.at(), asked.requestedAt()))
        .findFirst()
        .ifPresent(
            arrival ->
                findings.report(
                    page,
                    "it reached the provider at %s and was asked for at %s"
                        .formatted(arrival.at(), asked.requestedAt()),
                    () -> new Stories(evidence).page(page)));
  }
}

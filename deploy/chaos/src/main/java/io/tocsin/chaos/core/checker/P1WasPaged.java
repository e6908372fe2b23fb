package io.tocsin.chaos.core.checker;

import io.tocsin.chaos.core.Arrival;
import io.tocsin.chaos.core.Outcome;
import io.tocsin.chaos.core.PageKey;
import io.tocsin.chaos.core.Webhook;
import io.tocsin.chaos.core.evidence.Evidence;
import io.tocsin.chaos.core.evidence.Life;
import io.tocsin.chaos.core.evidence.Step;
import io.tocsin.chaos.core.evidence.Stories;
import io.tocsin.contracts.events.IncidentChange;
import io.tocsin.contracts.events.Severity;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** each round of a P1 rings somebody in time, unless it was taken or calmed before */
final class P1WasPaged implements Invariant {
  /** An incident opens, its alert fires, its first round begins. */
  private static final int FIRST = 3;

  @Override
  public String name() {
    return "p1-was-paged";
  }

  @Override
  public String meaning() {
    return "each round of a P1 rings somebody in time, unless it was taken or calmed before";
  }

  @Override
  public void check(Evidence evidence, Findings findings) {
    for (Life life : evidence.lives().values()) {
      for (Step step : life.steps()) {
        if (step.event().change() instanceof IncidentChange.RoundStarted
            && step.after().assessment().severity() == Severity.P1) {
          check(evidence, findings, life, step);
        }
      }
    }
  }

  private static void check(Evidence evidence, Findings findings, Life life, Step round) {
    Instant since =
        round.event().sequence() <= FIRST ? accepted(evidence, life, round) : round.event().at();
    Instant latest =
        evidence.outages().deadline(later(since, waits(life, round)), evidence.limits().page());
    boolean over = evidence.history().run().ended().isBefore(latest);
    if (over || !excused(life, round).isAfter(latest) || isRung(evidence, life, round, latest)) {
      return;
    }
    findings.report(
        life.id(),
        "a P1 since %s rang nobody until %s (round from event %d)"
            .formatted(since, latest, round.event().sequence()),
        () -> new Stories(evidence).incident(life.id()));
  }

  /** When nobody need be rung any more: it was taken, calmed or lowered. */
  private static Instant excused(Life life, Step round) {
    Instant quiet =
        life.quietedAfter(round.event().sequence())
            .map(step -> step.event().at())
            .orElse(Instant.MAX);
    Instant lowered =
        life.steps().stream()
            .filter(step -> step.event().sequence() > round.event().sequence())
            .filter(step -> step.after().assessment().severity() != Severity.P1)
            .map(step -> step.event().at())
            .findFirst()
            .orElse(Instant.MAX);
    return quiet.isBefore(lowered) ? quiet : lowered;
  }

  /** The driver's word where the round is the incident's first: from 202 to the page. */
  private static Instant accepted(Evidence evidence, Life life, Step round) {
    return life.steps().stream()
        .map(step -> step.event().change())
        .filter(IncidentChange.AlertFired.class::isInstance)
        .map(IncidentChange.AlertFired.class::cast)
        .findFirst()
        .stream()
        .flatMap(fired -> evidence.webhooks(fired.alert()).stream())
        .filter(webhook -> webhook.outcome() == Outcome.ACCEPTED)
        .map(Webhook::answered)
        .filter(Objects::nonNull)
        .min(Comparator.naturalOrder())
        .orElse(round.event().at());
  }

  /** A flapping alert's round waits until its first rung may be called again. */
  private static Instant waits(Life life, Step round) {
    return life.step(round.event().sequence() + 1)
        .map(step -> step.event().change())
        .filter(IncidentChange.LadderDeferred.class::isInstance)
        .map(change -> ((IncidentChange.LadderDeferred) change).until())
        .orElse(Instant.MIN);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  /** What PagerDuty refused rang nobody. */
  private static Stream<Instant> rings(Evidence evidence, PageKey page) {
    Set<Instant> refused =
        evidence.arrivals().getOrDefault(page, List.of()).stream()
            .filter(arrival -> !arrival.taken())
            .map(Arrival::at)
            .collect(Collectors.toSet());
    return evidence.rung(page).filter(at -> !refused.contains(at));
  }

  private static boolean isRung(Evidence evidence, Life life, Step round, Instant latest) {
    return life.steps().stream()
        .filter(step -> step.event().sequence() > round.event().sequence())
        .map(step -> step.event().change())
        .filter(IncidentChange.RungCalled.class::isInstance)
        .map(change -> new PageKey(life.id(), ((IncidentChange.RungCalled) change).page()))
        .flatMap(page -> rings(evidence, page))
        .anyMatch(at -> !at.isAfter(latest.plus(evidence.limits().skew())));
  }
}

package io.tocsin.chaos.core.checker;

import io.tocsin.chaos.core.evidence.Evidence;
import io.tocsin.chaos.core.evidence.Life;
import io.tocsin.chaos.core.evidence.Step;
import io.tocsin.chaos.core.evidence.Stories;
import io.tocsin.contracts.events.Incident;
import io.tocsin.contracts.events.IncidentChange;
import io.tocsin.contracts.events.Ladder;

/** rounds, rungs, methods and page numbers go up one by one, and none comes twice */
final class RungsIncrease implements Invariant {
  @Override
  public String name() {
    return "rungs-increase";
  }

  @Override
  public String meaning() {
    return "rounds, rungs, methods and page numbers go up one by one, and none comes twice";
  }

  @Override
  public void check(Evidence evidence, Findings findings) {
    for (Life life : evidence.lives().values()) {
      for (Step step : life.steps()) {
        Incident before = step.before();
        String fault = before == null ? "" : fault(before, step.event().change());
        if (!fault.isEmpty()) {
          findings.report(
              life.id(),
              "event %d %s".formatted(step.event().sequence(), fault),
              () -> new Stories(evidence).incident(life.id()));
        }
      }
    }
  }

  private static String fault(Incident before, IncidentChange change) {
    Ladder ladder = before.ladder();
    if (change instanceof IncidentChange.RoundStarted started) {
      return started.round() == ladder.round() + 1
          ? ""
          : "starts round %d after round %d".formatted(started.round(), ladder.round());
    }
    if (change instanceof IncidentChange.RungPassed passed) {
      return passed.rung() == ladder.rung() + 1
          ? ""
          : "passes rung %d after rung %d".formatted(passed.rung(), ladder.rung());
    }
    if (change instanceof IncidentChange.RungCalled called) {
      return fault(before, called);
    }
    return "";
  }

  private static String fault(Incident before, IncidentChange.RungCalled called) {
    Ladder ladder = before.ladder();
    boolean higher = called.rung() == ladder.rung() + 1;
    boolean nextMethod = called.rung() == ladder.rung() && called.method() > ladder.method();
    if (called.round() != ladder.round() || !(higher || nextMethod)) {
      return "calls rung %d (method %d) of round %d after rung %d (method %d) of round %d"
          .formatted(
              called.rung(),
              called.method(),
              called.round(),
              ladder.rung(),
              ladder.method(),
              ladder.round());
    }
    return called.page() == before.pageCount() + 1
        ? ""
        : "is page %d after page %d".formatted(called.page(), before.pageCount());
  }
}

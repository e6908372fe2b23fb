package io.tocsin.chaos.core.checker;

import io.tocsin.chaos.core.PageKey;
import io.tocsin.chaos.core.Rings;
import io.tocsin.chaos.core.evidence.Evidence;
import io.tocsin.chaos.core.evidence.Life;
import io.tocsin.chaos.core.evidence.Step;
import io.tocsin.chaos.core.evidence.Stories;
import io.tocsin.contracts.events.IncidentChange;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** each call rings its receiver once */
final class NoDoublePage implements Invariant {
  @Override
  public String name() {
    return "no-double-page";
  }

  @Override
  public String meaning() {
    return "each call rings its receiver once";
  }

  @Override
  public void check(Evidence evidence, Findings findings) {
    evidence
        .arrivals()
        .forEach(
            (page, arrivals) -> {
              int rings = Rings.of(arrivals);
              if (rings > 1) {
                findings.report(
                    page,
                    "it rang %d times".formatted(rings),
                    () -> new Stories(evidence).page(page));
              }
            });
    evidence.lives().values().forEach(life -> checkCalls(evidence, findings, life));
  }

  private static void checkCalls(Evidence evidence, Findings findings, Life life) {
    Map<String, PageKey> called = new HashMap<>();
    for (Step step : life.steps()) {
      if (step.event().change() instanceof IncidentChange.RungCalled call) {
        PageKey page = new PageKey(life.id(), call.page());
        String place =
            "round %d, rung %d, method %d".formatted(call.round(), call.rung(), call.method());
        PageKey before = called.putIfAbsent(place, page);
        if (before != null && rang(evidence, before) && rang(evidence, page)) {
          findings.report(
              life.id(),
              "%s rang as page %d and again as page %d"
                  .formatted(place, before.number(), page.number()),
              () -> new Stories(evidence).incident(life.id()));
        }
      }
    }
  }

  private static boolean rang(Evidence evidence, PageKey page) {
    return Rings.of(evidence.arrivals().getOrDefault(page, List.of())) > 0;
  }
}

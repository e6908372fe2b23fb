package io.tocsin.chaos.core.checker;

import io.tocsin.chaos.core.Arrival;
import io.tocsin.chaos.core.PageKey;
import io.tocsin.chaos.core.evidence.Evidence;
import io.tocsin.chaos.core.evidence.Life;
import io.tocsin.chaos.core.evidence.Stories;
import java.util.List;

/**
 * at the provider a page is triggered first and resolved last, and nothing stays open that is over
 */
final class PagerDutyOrder implements Invariant {
  @Override
  public String name() {
    return "pagerduty-order";
  }

  @Override
  public String meaning() {
    return "at the provider a page is triggered first and resolved last, and nothing stays open that is over";
  }

  @Override
  public void check(Evidence evidence, Findings findings) {
    evidence
        .arrivals()
        .forEach(
            (page, arrivals) -> {
              List<Arrival> taken = arrivals.stream().filter(Arrival::taken).toList();
              if (isTriggeredAfterResolve(taken)) {
                findings.report(
                    page,
                    "it was triggered after it had been resolved",
                    () -> new Stories(evidence).page(page));
              } else if (isLeftOpen(evidence, page, taken)) {
                findings.report(
                    page,
                    "its incident is over, and it still rings",
                    () -> new Stories(evidence).page(page));
              }
            });
  }

  private static boolean isTriggeredAfterResolve(List<Arrival> taken) {
    boolean resolved = false;
    for (Arrival arrival : taken) {
      resolved |= arrival.action() == Arrival.Action.RESOLVE;
      if (resolved && arrival.action() == Arrival.Action.TRIGGER) {
        return true;
      }
    }
    return false;
  }

  private static boolean isLeftOpen(Evidence evidence, PageKey page, List<Arrival> taken) {
    boolean triggered =
        taken.stream().anyMatch(arrival -> arrival.action() == Arrival.Action.TRIGGER);
    boolean resolved =
        taken.stream().anyMatch(arrival -> arrival.action() == Arrival.Action.RESOLVE);
    return triggered
        && !resolved
        && evidence
            .life(page.incident())
            .flatMap(Life::last)
            .filter(incident -> incident.state().isOver())
            .map(incident -> incident.milestones().endedAt())
            .filter(
                ended ->
                    evidence
                        .outages()
                        .deadline(ended, evidence.limits().settled())
                        .isBefore(evidence.history().run().ended()))
            .isPresent();
  }
}

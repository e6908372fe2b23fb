package io.tocsin.chaos.core.checker;

import io.tocsin.chaos.core.PageKey;
import io.tocsin.chaos.core.evidence.Evidence;
import io.tocsin.chaos.core.evidence.Life;
import io.tocsin.chaos.core.evidence.Step;
import io.tocsin.chaos.core.evidence.Stories;
import io.tocsin.contracts.events.IncidentChange;
import io.tocsin.contracts.events.NotificationId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** each call of the ladder has one notification, and each page has its call */
final class EachCallHasItsNotification implements Invariant {
  @Override
  public String name() {
    return "each-call-has-its-notification";
  }

  @Override
  public String meaning() {
    return "each call of the ladder has one notification, and each page has its call";
  }

  @Override
  public void check(Evidence evidence, Findings findings) {
    Map<NotificationId, Integer> counts = new HashMap<>();
    evidence
        .history()
        .records()
        .notifications()
        .forEach(it -> counts.merge(it.id(), 1, Integer::sum));
    Set<NotificationId> calls = new HashSet<>();
    for (Life life : evidence.lives().values()) {
      for (Step step : life.steps()) {
        if (step.event().change() instanceof IncidentChange.RungCalled called) {
          NotificationId id =
              NotificationId.of(
                  life.id(), step.event().sequence(), called.channel(), called.recipient());
          calls.add(id);
          int found = counts.getOrDefault(id, 0);
          if (found != 1) {
            findings.report(
                id,
                "the ladder called, and there are %d notifications of it".formatted(found),
                () -> new Stories(evidence).page(new PageKey(life.id(), called.page())));
          }
        }
      }
    }
    evidence
        .pages()
        .forEach(
            (page, asked) -> {
              boolean unknown = evidence.life(page.incident()).filter(Life::isWhole).isEmpty();
              if (!unknown && !calls.contains(asked.id())) {
                findings.report(
                    page,
                    "it was asked for, and the incident knows of no such call",
                    () -> new Stories(evidence).page(page));
              }
            });
  }
}

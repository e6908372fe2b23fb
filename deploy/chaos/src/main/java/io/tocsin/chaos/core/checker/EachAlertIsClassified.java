package io.tocsin.chaos.core.checker;

import io.tocsin.chaos.core.Webhook;
import io.tocsin.chaos.core.evidence.Evidence;
import io.tocsin.chaos.core.evidence.Stories;
import io.tocsin.contracts.events.AlertId;
import io.tocsin.contracts.events.Topics;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** every alert goes on as it was kept, and nothing goes on that was not kept */
final class EachAlertIsClassified implements Invariant {
  @Override
  public String name() {
    return "each-alert-is-classified";
  }

  @Override
  public String meaning() {
    return "every alert goes on as it was kept, and nothing goes on that was not kept";
  }

  @Override
  public void check(Evidence evidence, Findings findings) {
    Set<AlertId> classified = new HashSet<>();
    evidence
        .history()
        .records()
        .values(Topics.CLASSIFIED_ALERTS)
        .forEach(
            it -> {
              AlertId id = it.alert().id();
              classified.add(id);
              if (!evidence.alerts().getOrDefault(id, List.of()).contains(it.alert())) {
                findings.report(
                    id,
                    "what was classified is not what was kept: '%s'".formatted(it.alert().title()),
                    () -> new Stories(evidence).alert(id));
              }
            });
    evidence
        .alerts()
        .forEach(
            (id, copies) -> {
              String token = copies.get(0).labels().getOrDefault(Webhook.TOKEN, "");
              if (!classified.contains(id) && !PutAside.holds(evidence, token)) {
                findings.report(
                    id, "it was never classified", () -> new Stories(evidence).alert(id));
              }
            });
  }
}

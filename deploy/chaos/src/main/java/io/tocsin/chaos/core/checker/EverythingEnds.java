package io.tocsin.chaos.core.checker;

import io.tocsin.chaos.core.Webhook;
import io.tocsin.chaos.core.evidence.Evidence;
import io.tocsin.chaos.core.evidence.Stories;
import io.tocsin.contracts.events.AlertDisposition;
import java.util.List;

/** every kept alert has a disposition, or was put aside for a person */
final class EverythingEnds implements Invariant {
  @Override
  public String name() {
    return "everything-ends";
  }

  @Override
  public String meaning() {
    return "every kept alert has a disposition, or was put aside for a person";
  }

  @Override
  public void check(Evidence evidence, Findings findings) {
    evidence
        .alerts()
        .forEach(
            (id, copies) -> {
              List<AlertDisposition> ends = evidence.dispositions().getOrDefault(id, List.of());
              String token = copies.get(0).labels().getOrDefault(Webhook.TOKEN, "");
              boolean ended =
                  ends.isEmpty()
                      ? PutAside.holds(evidence, token)
                      : ends.stream().allMatch(end -> isTrue(evidence, end, token));
              if (!ended) {
                findings.report(
                    id,
                    "nobody knows what became of it: it has no disposition and was not put aside",
                    () -> new Stories(evidence).alert(id));
              }
            });
  }

  private static boolean isTrue(Evidence evidence, AlertDisposition end, String token) {
    return end.outcome() != AlertDisposition.Outcome.DEAD_LETTERED
        || PutAside.holds(evidence, token);
  }
}

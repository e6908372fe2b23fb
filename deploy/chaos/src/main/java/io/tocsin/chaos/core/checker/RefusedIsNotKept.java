package io.tocsin.chaos.core.checker;

import io.tocsin.chaos.core.Outcome;
import io.tocsin.chaos.core.Webhook;
import io.tocsin.chaos.core.evidence.Evidence;
import io.tocsin.chaos.core.evidence.Stories;
import io.tocsin.contracts.events.AlertId;
import java.util.List;

/** what was only ever refused with a 4xx is not in alerts */
final class RefusedIsNotKept implements Invariant {
  @Override
  public String name() {
    return "refused-is-not-kept";
  }

  @Override
  public String meaning() {
    return "what was only ever refused with a 4xx is not in alerts";
  }

  @Override
  public void check(Evidence evidence, Findings findings) {
    for (AlertId alert : evidence.alerts().keySet()) {
      List<Webhook> tries = evidence.webhooks(alert);
      if (!tries.isEmpty() && tries.stream().allMatch(RefusedIsNotKept::isRefusedForGood)) {
        findings.report(
            alert,
            "its sender was told each time that it was refused, and it was kept",
            () -> new Stories(evidence).alert(alert));
      }
    }
  }

  private static boolean isRefusedForGood(Webhook webhook) {
    return webhook.outcome() == Outcome.REFUSED && webhook.status() < 500;
  }
}

package io.tocsin.chaos.core.checker;

import io.tocsin.chaos.core.Outcome;
import io.tocsin.chaos.core.Webhook;
import io.tocsin.chaos.core.evidence.Evidence;
import io.tocsin.chaos.core.evidence.Stories;
import io.tocsin.contracts.events.AlertId;

/** every alert of an answered 202 is in alerts */
final class AcceptedIsKept implements Invariant {
  @Override
  public String name() {
    return "accepted-is-kept";
  }

  @Override
  public String meaning() {
    return "every alert of an answered 202 is in alerts";
  }

  @Override
  public void check(Evidence evidence, Findings findings) {
    for (Webhook webhook : evidence.history().webhooks()) {
      if (webhook.outcome() != Outcome.ACCEPTED) {
        continue;
      }
      if (webhook.alerts().isEmpty() && !PutAside.holds(evidence, webhook.token())) {
        findings.report(
            webhook.token(),
            "it was answered %d without an alert, and lies in no quarantine"
                .formatted(webhook.status()),
            () -> new Stories(evidence).delivery(webhook.token()));
      }
      for (AlertId alert : webhook.alerts()) {
        if (!evidence.alerts().containsKey(alert)) {
          findings.report(
              alert,
              "it was accepted with %d and is not in alerts: it is lost"
                  .formatted(webhook.status()),
              () -> new Stories(evidence).delivery(webhook.token()));
        }
      }
    }
  }
}

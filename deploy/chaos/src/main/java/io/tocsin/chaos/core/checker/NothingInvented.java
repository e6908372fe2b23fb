package io.tocsin.chaos.core.checker;

import io.tocsin.chaos.core.Webhook;
import io.tocsin.chaos.core.evidence.Evidence;
import io.tocsin.chaos.core.evidence.Stories;
import io.tocsin.contracts.events.Alert;
import java.time.Instant;
import java.util.List;

/** every alert was sent by the driver, and none is older than its request */
final class NothingInvented implements Invariant {
  @Override
  public String name() {
    return "nothing-invented";
  }

  @Override
  public String meaning() {
    return "every alert was sent by the driver, and none is older than its request";
  }

  @Override
  public void check(Evidence evidence, Findings findings) {
    evidence
        .alerts()
        .forEach(
            (id, copies) -> {
              List<Webhook> tries = evidence.webhooks(id);
              if (tries.isEmpty()) {
                findings.report(
                    id,
                    "nobody sent it: '%s'".formatted(copies.get(0).title()),
                    () -> new Stories(evidence).alert(id));
              } else if (copies.stream().anyMatch(copy -> isBeforeAll(copy, tries, evidence))) {
                findings.report(
                    id,
                    "it was received before anybody sent it",
                    () -> new Stories(evidence).alert(id));
              }
            });
  }

  private static boolean isBeforeAll(Alert copy, List<Webhook> tries, Evidence evidence) {
    Instant received = copy.receivedAt().plus(evidence.limits().skew());
    return tries.stream()
        .allMatch(
            webhook ->
                received.isBefore(webhook.sent())
                    && !evidence.outages().clockJumped(received, webhook.sent()));
  }
}

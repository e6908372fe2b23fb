package io.tocsin.chaos.core.checker;

import io.tocsin.chaos.core.evidence.Evidence;
import io.tocsin.chaos.core.evidence.Stories;

/** no alert ends twice, and none ends that was not kept */
final class OneDisposition implements Invariant {
  @Override
  public String name() {
    return "one-disposition";
  }

  @Override
  public String meaning() {
    return "no alert ends twice, and none ends that was not kept";
  }

  @Override
  public void check(Evidence evidence, Findings findings) {
    evidence
        .dispositions()
        .forEach(
            (id, ends) -> {
              if (ends.size() > 1) {
                findings.report(
                    id,
                    "it ended %d times".formatted(ends.size()),
                    () -> new Stories(evidence).alert(id));
              }
              if (!evidence.alerts().containsKey(id)) {
                findings.report(
                    id, "it ended and was never kept", () -> new Stories(evidence).alert(id));
              }
            });
  }
}

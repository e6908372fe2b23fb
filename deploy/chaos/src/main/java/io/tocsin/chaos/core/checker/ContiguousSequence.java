package io.tocsin.chaos.core.checker;

import io.tocsin.chaos.core.Stored;
import io.tocsin.chaos.core.evidence.Evidence;
import io.tocsin.chaos.core.evidence.Life;
import io.tocsin.chaos.core.evidence.Stories;
import io.tocsin.contracts.events.IncidentEvent;
import java.util.Objects;

/** the events of an incident stand in the topic as 1, 2, 3, without a gap or a repeat */
final class ContiguousSequence implements Invariant {
  @Override
  public String name() {
    return "contiguous-sequence";
  }

  @Override
  public String meaning() {
    return "the events of an incident stand in the topic as 1, 2, 3, without a gap or a repeat";
  }

  @Override
  public void check(Evidence evidence, Findings findings) {
    for (Life life : evidence.lives().values()) {
      long expected = 1;
      for (Stored<IncidentEvent> stored : life.events()) {
        long found = Objects.requireNonNull(stored.value()).sequence();
        if (found != expected) {
          findings.report(
              life.id(),
              "event %d was expected and event %d stands there (partition %d, offset %d)"
                  .formatted(expected, found, stored.partition(), stored.offset()),
              () -> new Stories(evidence).incident(life.id()));
          break;
        }
        expected++;
      }
    }
  }
}

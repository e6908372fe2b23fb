package io.tocsin.chaos.core.checker;

import io.tocsin.chaos.core.Stored;
import io.tocsin.chaos.core.evidence.Evidence;
import io.tocsin.chaos.core.evidence.Life;
import io.tocsin.chaos.core.evidence.Line;
import io.tocsin.chaos.core.evidence.Stories;
import io.tocsin.contracts.events.GroupingKey;
import io.tocsin.contracts.events.Incident;
import io.tocsin.contracts.events.IncidentEvent;
import io.tocsin.contracts.events.IncidentId;
import io.tocsin.contracts.events.Topics;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** at no offset are two incidents of one grouping key open */
final class OneOpenIncidentPerKey implements Invariant {
  @Override
  public String name() {
    return "one-open-incident-per-key";
  }

  @Override
  public String meaning() {
    return "at no offset are two incidents of one grouping key open";
  }

  @Override
  public void check(Evidence evidence, Findings findings) {
    Map<GroupingKey, IncidentId> open = new HashMap<>();
    Map<IncidentId, Integer> folded = new HashMap<>();
    for (Stored<IncidentEvent> stored : evidence.history().records().of(Topics.INCIDENT_EVENTS)) {
      Life life = stored.value() == null ? null : life(evidence, stored.value());
      if (life == null) {
        continue;
      }
      int next = folded.merge(life.id(), 1, Integer::sum);
      if (next > life.steps().size()) {
        open.values().remove(life.id());
        continue;
      }
      Incident after = life.steps().get(next - 1).after();
      GroupingKey key = after.subject().groupingKey();
      if (after.state().isOver()) {
        open.remove(key, life.id());
        continue;
      }
      IncidentId other = open.put(key, life.id());
      if (other != null && !other.equals(life.id()) && next == 1) {
        findings.report(
            life.id(),
            "it was opened for %s while %s was open for it".formatted(key, other),
            () ->
                Stream.of(other, life.id())
                    .flatMap(id -> new Stories(evidence).incident(id).stream())
                    .sorted(Comparator.comparing(Line::at))
                    .toList());
      }
    }
  }

  private static @Nullable Life life(Evidence evidence, IncidentEvent event) {
    return evidence.life(event.incident()).orElse(null);
  }
}

package io.tocsin.allinone.cases.simulation;

import io.tocsin.contracts.events.AlertDisposition;
import io.tocsin.contracts.events.ClassifiedAlert;
import io.tocsin.contracts.events.GroupingKey;
import io.tocsin.contracts.events.Incident;
import io.tocsin.contracts.events.IncidentId;
import io.tocsin.contracts.events.TeamCode;
import io.tocsin.escalationengine.core.AlertMemory;
import io.tocsin.escalationengine.core.Decision;
import io.tocsin.escalationengine.core.Head;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the engine keeps between decisions. */
final class Stores {
  private final Map<IncidentId, Incident> incidents = new LinkedHashMap<>();
  private final Map<GroupingKey, Head> heads = new HashMap<>();
  private final Map<String, AlertMemory> memories = new HashMap<>();
  private final Map<TeamCode, Long> numbers = new HashMap<>();
  private final Set<String> seen = new HashSet<>();

  /** Whether this delivery comes for the first time. */
  boolean see(ClassifiedAlert alert) {
    return seen.add(alert.alert().id().value());
  }

  @Nullable Incident incident(IncidentId id) {
    return incidents.get(id);
  }

  /** The team's incidents that are not over, in the order in which they opened. */
  List<Incident> live(TeamCode team) {
    return incidents.values().stream()
        .filter(it -> it.id().team().equals(team) && !it.state().isOver())
        .toList();
  }

  @Nullable Head head(GroupingKey key) {
    return heads.get(key);
  }

  @Nullable AlertMemory memory(Incident incident, ClassifiedAlert alert) {
    return memories.get(key(incident, alert));
  }

  /** The number that the team's next incident gets. */
  long next(TeamCode team) {
    return numbers.getOrDefault(team, 0L) + 1;
  }

  void put(Incident incident) {
    if (incidents.put(incident.id(), incident) == null) {
      numbers.put(incident.id().team(), incident.id().number());
    }
  }

  void put(GroupingKey key, Head head) {
    heads.put(key, head);
  }

  /** What {@code decision} says of its alert. */
  void remember(ClassifiedAlert alert, Decision decision) {
    Incident after = decision.after();
    AlertDisposition disposition = decision.disposition();
    if (after == null) {
      return;
    }
    if (decision.alert() != null) {
      memories.put(key(after, alert), decision.alert());
    }
    if (disposition != null && disposition.outcome() == AlertDisposition.Outcome.OPENED) {
      put(alert.groupingKey(), new Head(after.id(), after.subject().occurrence()));
    }
  }

  private static String key(Incident incident, ClassifiedAlert alert) {
    return incident.id() + "|" + alert.alert().key();
  }
}

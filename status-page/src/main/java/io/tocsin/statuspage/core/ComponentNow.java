package io.tocsin.statuspage.core;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** A component and how it does now. */
public record ComponentNow(Component component, ComponentStatus status, Instant updatedAt) {

  /** What its incidents make of it; {@code since} is when nothing had happened to it yet. */
  static ComponentNow of(Component component, List<PublicIncident> incidents, Instant since) {
    ComponentStatus status =
        incidents.stream()
            .map(incident -> ComponentStatus.of(incident.severity(), incident.phase()))
            .reduce(ComponentStatus.OPERATIONAL, ComponentStatus::orWorse);
    Instant updatedAt =
        incidents.stream()
            .map(PublicIncident::updatedAt)
            .max(Comparator.naturalOrder())
            .orElse(since);
    return new ComponentNow(component, status, updatedAt);
  }
}

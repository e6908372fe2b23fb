package io.tocsin.statuspage.core;

import io.tocsin.contracts.events.Incident;
import io.tocsin.contracts.events.IncidentState;
import io.tocsin.contracts.events.Milestones;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The phases that an incident has gone through (RUN-07.2a), from its record alone: here and nowhere
 * else. It is identified when it opens, investigated once somebody has acknowledged it (RUN-04.1a),
 * monitored when it has recovered, resolved after the watch. What was taken back by a relapse is
 * not told.
 */
final class Phases {
  private Phases() {}

  /** Oldest first, at least one; no phase comes before one that it follows. */
  static List<PhaseChange> of(Incident incident) {
    Milestones times = incident.milestones();
    Instant monitored = monitoredAt(incident);
    Instant resolved = resolvedAt(incident);
    Instant investigated = investigatedAt(incident);
    List<PhaseChange> phases = new ArrayList<>();
    phases.add(new PhaseChange(Phase.IDENTIFIED, times.openedAt()));
    if (investigated != null && isBefore(investigated, monitored, resolved)) {
      phases.add(new PhaseChange(Phase.INVESTIGATING, investigated));
    }
    if (monitored != null && isBefore(monitored, resolved)) {
      phases.add(new PhaseChange(Phase.MONITORING, monitored));
    }
    if (resolved != null) {
      phases.add(new PhaseChange(Phase.RESOLVED, resolved));
    }
    return phases;
  }

  private static @Nullable Instant investigatedAt(Incident incident) {
    Milestones times = incident.milestones();
    return incident.state() == IncidentState.ACKNOWLEDGED
        ? orLastChange(times.acknowledgedAt(), times)
        : times.acknowledgedAt();
  }

  private static @Nullable Instant monitoredAt(Incident incident) {
    Milestones times = incident.milestones();
    return switch (incident.state()) {
      case HOLD_DOWN, MONITORING -> orLastChange(times.monitoringAt(), times);
      case RESOLVED -> times.monitoringAt();
      case OPEN, ACKNOWLEDGED, FALSE_ALARM -> null;
    };
  }

  private static @Nullable Instant resolvedAt(Incident incident) {
    Milestones times = incident.milestones();
    return incident.state() == IncidentState.RESOLVED ? orLastChange(times.endedAt(), times) : null;
  }

  private static Instant orLastChange(@Nullable Instant at, Milestones times) {
    return Objects.requireNonNullElse(at, times.changedAt());
  }

  private static boolean isBefore(Instant at, @Nullable Instant... later) {
    for (Instant then : later) {
      if (then != null && !at.isBefore(then)) {
        return false;
      }
    }
    return true;
  }
}

package io.tocsin.statuspage.core;

import io.tocsin.contracts.events.Incident;
import io.tocsin.contracts.events.IncidentId;
import io.tocsin.contracts.events.IncidentState;
import io.tocsin.contracts.events.Milestones;
import io.tocsin.contracts.events.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of an incident: as little as is needed to judge anew what the public may know
 * of it when a policy changes, and no word that an alert or a person said.
 *
 * @param established neither a false alarm nor of an unknown level nor restricted
 * @param facts the names of what its level was judged by
 * @param over when it ended; null while it goes on
 */
record Seen(
    IncidentId id,
    String service,
    boolean production,
    boolean established,
    Severity severity,
    Set<String> facts,
    List<PhaseChange> phases,
    @Nullable Instant over) {
  private static final String PRODUCTION = "production";

  static Seen of(Incident incident) {
    return new Seen(
        incident.id(),
        incident.subject().service(),
        PRODUCTION.equals(incident.subject().environment()),
        incident.state() != IncidentState.FALSE_ALARM
            && !incident.assessment().unknown()
            && !incident.restricted(),
        incident.assessment().severity(),
        incident.assessment().facts(),
        Phases.of(incident),
        overSince(incident));
  }

  private static @Nullable Instant overSince(Incident incident) {
    Milestones times = incident.milestones();
    return incident.state().isOver()
        ? Objects.requireNonNullElse(times.endedAt(), times.changedAt())
        : null;
  }

  /** When it ended; empty while it goes on. */
  Optional<Instant> end() {
    return Optional.ofNullable(over);
  }
}

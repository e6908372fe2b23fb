package io.tocsin.statuspage.core;

import io.tocsin.contracts.events.Incident;
import io.tocsin.contracts.events.IncidentState;
import io.tocsin.contracts.events.Milestones;
import io.tocsin.contracts.policy.Policies;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Which incidents the public sees, and which of their phases (RUN-07.2a). Public is an incident in
 * production (MED-env), of a public service, at a level that the team publishes, which is neither a
 * false alarm nor of an unknown level: then a person speaks first. All of it is read from the
 * incident as it is now, so a rebuild gives the same page.
 */
public final class Disclosure {
  private static final String PRODUCTION = "production";

  private final Supplier<Policies> policies;
  private volatile Known known;

  /**
   * @param policies the current ones: what they make public or take back shows at once
   */
  public Disclosure(Supplier<Policies> policies) {
    this.policies = policies;
    this.known = Known.of(policies.get());
  }

  /** What the public knows by name. */
  public Components components() {
    Policies current = policies.get();
    if (known.policies() != current) {
      known = Known.of(current);
    }
    return known.components();
  }

  /** What the public may know of {@code incident}; empty when that is nothing. */
  public Optional<PublicIncident> of(Incident incident) {
    return isPublic(incident)
        ? Optional.of(
            new PublicIncident(
                incident.id(),
                incident.revision(),
                incident.subject().service(),
                incident.assessment().severity(),
                phases(incident)))
        : Optional.empty();
  }

  private boolean isPublic(Incident incident) {
    return PRODUCTION.equals(incident.subject().environment())
        && incident.state() != IncidentState.FALSE_ALARM
        && !incident.assessment().unknown()
        && components().of(incident.subject().service()).isPresent()
        && policies
            .get()
            .team(incident.id().team())
            .filter(team -> team.statusPage().levels().contains(incident.assessment().severity()))
            .isPresent();
  }

  private static List<PhaseChange> phases(Incident incident) {
    Milestones times = incident.milestones();
    List<PhaseChange> phases = new ArrayList<>();
    phases.add(new PhaseChange(Phase.INVESTIGATING, times.openedAt()));
    switch (incident.state()) {
      case OPEN, ACKNOWLEDGED, FALSE_ALARM -> {}
      case HOLD_DOWN, MONITORING ->
          phases.add(
              monitoring(Objects.requireNonNullElse(times.monitoringAt(), times.changedAt())));
      case RESOLVED, CLOSED -> {
        Optional.ofNullable(times.monitoringAt()).ifPresent(at -> phases.add(monitoring(at)));
        phases.add(
            new PhaseChange(
                Phase.RESOLVED, Objects.requireNonNullElse(times.endedAt(), times.changedAt())));
      }
    }
    return phases;
  }

  private static PhaseChange monitoring(Instant at) {
    return new PhaseChange(Phase.MONITORING, at);
  }

  private record Known(Policies policies, Components components) {
    static Known of(Policies policies) {
      return new Known(policies, Components.of(policies));
    }
  }
}

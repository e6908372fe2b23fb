package io.tocsin.statuspage.core;

import io.tocsin.contracts.events.IncidentId;
import io.tocsin.contracts.events.Severity;
import java.time.Instant;
import java.util.List;

/**
 * The public side of an incident: nothing that an alert or a person wrote is in it.
 *
 * @param incident what the operators call it; never shown
 * @param service the catalog's name
 * @param phases oldest first, at least one
 */
public record PublicIncident(
    IncidentId incident, String service, Severity severity, List<PhaseChange> phases) {

  public PublicIncident {
    phases = List.copyOf(phases);
    if (phases.isEmpty()) {
      throw new IllegalArgumentException("incident " + incident + " has no public phase");
    }
  }

  /** The id in links and in the API, stable for ever; not what the operators say. */
  public String id() {
    return PublicId.of("incident", incident.toString());
  }

  public Phase phase() {
    return last().phase();
  }

  public boolean isResolved() {
    return phase() == Phase.RESOLVED;
  }

  public Instant startedAt() {
    return phases.get(0).at();
  }

  public Instant updatedAt() {
    return last().at();
  }

  private PhaseChange last() {
    return phases.get(phases.size() - 1);
  }
}

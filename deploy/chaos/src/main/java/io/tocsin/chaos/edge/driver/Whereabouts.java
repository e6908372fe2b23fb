package io.tocsin.chaos.edge.driver;

import io.tocsin.contracts.events.IncidentId;
import java.util.Optional;

/** Where people find what they act on. */
public interface Whereabouts {
  /** The open incident about the case {@code name}, once there is one. */
  Optional<IncidentId> open(String name);

  /** The newest incident about the case {@code name}, over or not. */
  Optional<IncidentId> latest(String name);

  /**
   * What a provider calls the first thing that it took of {@code incident}, once it has.
   *
   * @param via as an order says it
   */
  Optional<String> reference(IncidentId incident, String via);
}

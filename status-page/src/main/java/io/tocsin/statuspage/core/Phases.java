package io.tocsin.statuspage.core;

import io.tocsin.contracts.events.Incident;
import io.tocsin.contracts.events.PhaseSince;
import java.util.ArrayList;
import java.util.List;

/** The phases that an incident has gone through (RUN-07.2a), a relapse included. */
final class Phases {
  private Phases() {}

  /** Oldest first, at least one. */
  static List<PhaseChange> of(Incident incident) {
    List<PhaseChange> phases = new ArrayList<>();
    for (PhaseSince entered : incident.phases()) {
      PhaseChange next = new PhaseChange(Phase.valueOf(entered.phase().name()), entered.since());
      int last = phases.size() - 1;
      if (last > 0 && phases.get(last).at().equals(next.at())) {
        phases.remove(last); // passed through within one decision
        last--;
      }
      if (last < 0 || phases.get(last).phase() != next.phase()) {
        phases.add(next);
      }
    }
    return phases;
  }
}

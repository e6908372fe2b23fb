package io.tocsin.escalationengine.core;

import io.tocsin.contracts.events.Incident;
import io.tocsin.contracts.events.IncidentChange;
import io.tocsin.contracts.events.IncidentState;
import io.tocsin.contracts.policy.TeamPolicy;

/** When nothing fires any more. */
final class Recovery {
  private final Story story;
  private final Rulebook rulebook;

  Recovery(Story story, Rulebook rulebook) {
    this.story = story;
    this.rulebook = rulebook;
  }

  /** Somebody has it: stability is watched. Nobody has it: the ladder stops, and a short wait. */
  void allRecovered() {
    if (story.incident().state() == IncidentState.OPEN) {
      story.tell(
          new IncidentChange.HoldDownStarted(story.now().plus(timing().holdDown())),
          "recovered-unacknowledged",
          "everything recovered before anyone acknowledged");
    } else {
      watch();
    }
  }

  /** RUN-06.3. */
  void watch() {
    story.tell(
        new IncidentChange.MonitoringStarted(story.now().plus(timing().watch())),
        "recovered",
        "everything recovered; stability is watched");
  }

  private TeamPolicy.Timing timing() {
    Incident incident = story.incident();
    return rulebook.timing(incident.id().team());
  }
}

package io.tocsin.escalationengine.core;

import io.tocsin.contracts.events.Communication.Told;
import io.tocsin.contracts.events.Incident;
import io.tocsin.contracts.events.IncidentChange;
import io.tocsin.contracts.events.Milestones;
import io.tocsin.contracts.events.Reason;
import io.tocsin.contracts.policy.conduct.FirstResponse.Step;
import java.util.List;
import java.util.Locale;

/** The first five minutes: acknowledged, assessed, ticketed, team told (RUN-04.0). */
final class FirstMinutes {
  private final Story story;
  private final Rulebook rulebook;

  FirstMinutes(Story story, Rulebook rulebook) {
    this.story = story;
    this.rulebook = rulebook;
  }

  /** They are over: what is missing is reminded, within the level's clock. */
  void check() {
    Incident incident = story.incident();
    List<String> missing =
        rulebook.conduct(incident.id().team()).firstResponse().steps().stream()
            .sorted()
            .filter(step -> !isDone(step, incident.milestones()))
            .map(FirstMinutes::name)
            .toList();
    boolean awake =
        rulebook.isOpen(rulebook.level(incident).clock(), incident.id().team(), story.now());
    List<Told> reminded =
        missing.isEmpty() || !awake
            ? List.of()
            : new Receivers(incident, rulebook, story.now()).ofOwner();
    story.tell(
        new IncidentChange.FirstResponseChecked(missing, reminded),
        missing.isEmpty()
            ? new Reason("in-time", "acknowledged, assessed, ticketed and told in time")
            : new Reason("missing", "still missing: " + String.join(", ", missing)));
  }

  private static boolean isDone(Step step, Milestones seen) {
    return switch (step) {
      case ACKNOWLEDGED -> seen.acknowledgedAt() != null;
      case ASSESSED -> seen.assessedAt() != null;
      case TICKETED -> seen.ticketedAt() != null;
      case TEAM_TOLD -> seen.toldAt() != null;
    };
  }

  private static String name(Step step) {
    return step.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

package io.tocsin.chaos.core.simulation;

import io.tocsin.chaos.core.Poll;
import io.tocsin.contracts.events.Incident;
import io.tocsin.contracts.events.IncidentId;
import io.tocsin.contracts.events.IncidentState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The public page, and who looks at it. */
final class SimulatedPage {
  static final String PROCESS = "status-page";

  /** Milliseconds: what an answer shows may have come to be since it was asked for. */
  private static final int SLOWEST_ANSWER = 5_000;

  final List<Poll> polls = new ArrayList<>();
  private final World world;
  private final Map<IncidentId, Incident> shown = new HashMap<>();

  SimulatedPage(World world) {
    this.world = world;
  }

  /** It reads what there is, if it runs; now and then somebody asks for it. */
  void look(Map<IncidentId, Incident> incidents) {
    boolean away = world.isBroken(PROCESS);
    if (!away) {
      shown.putAll(incidents);
    }
    if (world.random.nextInt(7) == 0) {
      polls.add(poll(away));
    }
  }

  private Poll poll(boolean away) {
    Map<IncidentId, String> words = new HashMap<>();
    shown.forEach(
        (id, incident) -> {
          if (incident.state() != IncidentState.FALSE_ALARM) {
            words.put(id, PublicWords.of(incident.phase()));
          }
        });
    Instant asked = world.now().minus(world.between(1, SLOWEST_ANSWER));
    return away
        ? new Poll(asked, world.now(), 0, Map.of(), "")
        : new Poll(asked, world.now(), 200, words, "{\"incidents\":" + words.size() + "}");
  }
}

package io.tocsin.escalationengine.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.contracts.events.Incident;
import io.tocsin.contracts.events.IncidentChange;
import io.tocsin.contracts.events.IncidentEvent;
import io.tocsin.contracts.events.IncidentId;
import io.tocsin.contracts.events.IncidentState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The table of transitions is neither short of a row nor has one that nothing lives through. */
class TransitionCoverageTest {
  private static final int MOST_SEEDS = 3000;
  private static final int AT_ONCE = 50;
  private static final Path DIAGRAM = Path.of("../deploy/docs/incident-life.md");

  @Test
  void everyRowOfTheTableIsLivedThroughByRandomHistories() {
    Set<String> lived = new ConcurrentSkipListSet<>();
    for (long first = 1; first <= MOST_SEEDS && !lived.containsAll(declared()); first += AT_ONCE) {
      LongStream.range(first, first + AT_ONCE)
          .parallel()
          .mapToObj(seed -> moves(RandomHistory.of(seed, 120).team().events()))
          .forEach(lived::addAll);
    }
    Set<String> neverLived = new TreeSet<>(declared());
    neverLived.removeAll(lived);
    assertThat(neverLived).isEmpty();
    assertThat(declared()).containsAll(lived);
  }

  @Test
  void everyKindOfChangeHasARow() {
    assertThat(Transitions.TABLE).hasSize(leaves(IncidentChange.class) - 1);
  }

  @Test
  void theDiagramInTheDocumentationIsTheTable() throws IOException {
    assertThat(Files.readString(DIAGRAM)).contains(StateDiagram.mermaid());
  }

  @Test
  void aChangeThatTheStateDoesNotKnowIsRefusedAndSaysWhich() {
    RandomHistory history = RandomHistory.of(1, 1);
    history.openOne();
    Incident open = history.team().incidents().iterator().next();
    IncidentEvent wrong =
        new IncidentEvent(
            open.id(),
            open.revision() + 1,
            history.team().now(),
            io.tocsin.contracts.events.Actor.TOCSIN,
            null,
            new io.tocsin.contracts.events.Reason("test", "test"),
            new IncidentChange.Relapsed(2));
    assertThatThrownBy(() -> Evolution.evolve(open, wrong))
        .isInstanceOf(Evolution.IllegalTransition.class)
        .hasMessageContaining(open.id().toString())
        .hasMessageContaining("OPEN")
        .hasMessageContaining("Relapsed");
  }

  /** Opened has no row: it comes from nowhere. */
  private static int leaves(Class<?> sealed) {
    return Arrays.stream(sealed.getPermittedSubclasses())
        .mapToInt(type -> type.isSealed() ? leaves(type) : 1)
        .sum();
  }

  private static Set<String> declared() {
    Set<String> rows = new TreeSet<>();
    for (Transition<?> row : Transitions.TABLE) {
      row.moves().forEach((from, to) -> rows.add(move(row.change().getSimpleName(), from, to)));
    }
    return rows;
  }

  private static Set<String> moves(Iterable<IncidentEvent> events) {
    Set<String> lived = new TreeSet<>();
    Map<IncidentId, Incident> incidents = new HashMap<>();
    for (IncidentEvent event : events) {
      if (event.incident() == null) {
        continue;
      }
      Incident before = incidents.get(event.incident());
      Incident after = Evolution.evolve(before, event);
      incidents.put(event.incident(), after);
      if (before != null) {
        lived.add(move(event.change().getClass().getSimpleName(), before.state(), after.state()));
      }
    }
    return lived;
  }

  private static String move(String change, IncidentState from, IncidentState to) {
    return from + " --" + change + "--> " + to;
  }
}

package io.tocsin.escalationengine.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.contracts.events.GroupingKey;
import io.tocsin.contracts.events.Incident;
import io.tocsin.contracts.events.IncidentChange;
import io.tocsin.contracts.events.IncidentEvent;
import io.tocsin.contracts.events.IncidentId;
import io.tocsin.contracts.events.IncidentState;
import io.tocsin.contracts.events.Notification;
import io.tocsin.contracts.events.TimerName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What holds for every history, however it goes. */
class InvariantsTest {

  @Property(tries = 300)
  void atMostOneIncidentOfAGroupingKeyIsOpen(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 150) int steps) {
    Map<GroupingKey, IncidentId> open = new HashMap<>();
    fold(
        RandomHistory.of(seed, steps),
        (before, event, after) -> {
          GroupingKey key = after.subject().groupingKey();
          if (after.state().isOver()) {
            open.remove(key, after.id());
          } else {
            assertThat(open.putIfAbsent(key, after.id())).isIn(null, after.id());
          }
        });
  }

  @Property(tries = 300)
  void theFoldOfTheEventsIsTheState(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 150) int steps) {
    RandomHistory history = RandomHistory.of(seed, steps);
    Map<IncidentId, Incident> folded = fold(history, (before, event, after) -> {});
    assertThat(folded.values()).containsExactlyInAnyOrderElementsOf(history.team().incidents());
  }

  @Property(tries = 300)
  void noPageCausedBeforeAnAcknowledgementIsSentAfterIt(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 150) int steps) {
    RandomHistory history = RandomHistory.of(seed, steps);
    Map<IncidentId, Long> quiet = new HashMap<>();
    Map<IncidentId, Instant> quietAt = new HashMap<>();
    fold(
        history,
        (before, event, after) -> {
          quiet.put(after.id(), after.response().quietedAt());
          if (event.change() instanceof IncidentChange.Acknowledged) {
            quietAt.put(after.id(), event.at());
          }
        });
    for (TeamSimulation.Sent sent : history.team().sent()) {
      Notification page = sent.notification();
      Instant acknowledged = quietAt.get(page.incident());
      if (page.act() == Notification.Act.PAGE
          && acknowledged != null
          && page.revision() < quiet.get(page.incident())) {
        assertThat(sent.at()).isEqualTo(page.requestedAt());
      }
    }
  }

  @Property(tries = 300)
  void noRungIsCalledTwiceByOneMethodInARoundNorBeforeItsTime(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 150) int steps) {
    Set<String> called = new HashSet<>();
    Map<IncidentId, Instant> due = new HashMap<>();
    fold(
        RandomHistory.of(seed, steps),
        (before, event, after) -> {
          if (event.change() instanceof IncidentChange.RungCalled rung) {
            assertThat(
                    called.add(
                        "%s round %d rung %d method %d"
                            .formatted(after.id(), rung.round(), rung.rung(), rung.method())))
                .as("%s", rung)
                .isTrue();
            if (event.reason().name().equals("not-acknowledged")) {
              assertThat(event.at()).isAfterOrEqualTo(due.get(after.id()));
            }
          }
          Instant next = after.deadlines().get(TimerName.LADDER);
          if (next != null) {
            due.put(after.id(), next);
          }
        });
  }

  @Property(tries = 300)
  void pagesCountUpAndNoNumberIsUsedTwice(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 150) int steps) {
    Map<IncidentId, Integer> last = new HashMap<>();
    for (TeamSimulation.Sent sent : RandomHistory.of(seed, steps).team().sent()) {
      if (sent.notification().act() == Notification.Act.PAGE) {
        int number = sent.notification().pages().get(0);
        Integer before = last.put(sent.notification().incident(), number);
        assertThat(number).isGreaterThan(before == null ? 0 : before);
      }
    }
  }

  @Property(tries = 300)
  void deadlinesBelongToTheStateThatHoldsThem(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 150) int steps) {
    fold(
        RandomHistory.of(seed, steps),
        (before, event, after) -> {
          Set<TimerName> held = after.deadlines().keySet();
          if (after.deadlines().containsKey(TimerName.LADDER)) {
            assertThat(after.state()).as("%s", event).isEqualTo(IncidentState.OPEN);
          }
          if (after.state() == IncidentState.HOLD_DOWN) {
            assertThat(held).as("%s", event).containsExactly(TimerName.HOLD_DOWN);
          } else if (after.state() == IncidentState.MONITORING) {
            assertThat(held).as("%s", event).containsExactly(TimerName.WATCH);
          } else if (after.state().isOver()) {
            assertThat(held).as("%s", event).isEmpty();
          }
        });
  }

  @Property(tries = 300)
  void whatFiresIsWhatTheIncidentCounts(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 150) int steps) {
    RandomHistory history = RandomHistory.of(seed, steps);
    for (Incident incident : history.team().incidents()) {
      long firing =
          history.team().memories().entrySet().stream()
              .filter(it -> it.getKey().startsWith(incident.id() + "|"))
              .filter(it -> it.getValue().firing())
              .count();
      assertThat(incident.alerts().firing()).as("%s", incident.id()).isEqualTo((int) firing);
    }
  }

  @Property(tries = 300)
  void everyAlertHasOneDispositionAndEveryCommandAnAnswer(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 150) int steps) {
    RandomHistory history = RandomHistory.of(seed, steps);
    List<String> alerts = new ArrayList<>();
    history.team().dispositions().forEach(it -> alerts.add(it.alert().toString()));
    assertThat(alerts).doesNotHaveDuplicates();
  }

  private static Map<IncidentId, Incident> fold(RandomHistory history, Look look) {
    Map<IncidentId, Incident> incidents = new HashMap<>();
    for (IncidentEvent event : history.team().events()) {
      if (event.incident() != null) {
        Incident before = incidents.get(event.incident());
        Incident after = Evolution.evolve(before, event);
        incidents.put(event.incident(), after);
        look.at(before, event, after);
      }
    }
    return incidents;
  }

  private interface Look {
    void at(Incident before, IncidentEvent event, Incident after);
  }
}

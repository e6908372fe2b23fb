package io.tocsin.chaos.edge.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.chaos.core.Fault.Kind;
import io.tocsin.chaos.edge.system.Target;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ScenarioTest {
  private static final int SEEDS = 200;

  @Test
  void theSameSeedIsTheSamePlan() {
    assertThat(Scenario.of(17, Size.FULL, true)).isEqualTo(Scenario.of(17, Size.FULL, true));
    assertThat(Scenario.of(17, Size.FULL, true)).isNotEqualTo(Scenario.of(18, Size.FULL, true));
  }

  @Test
  void twoHundredSeedsBreakEveryProcessInEveryWay() {
    Set<String> met = new HashSet<>();
    int faults = 0;
    for (long seed = 1; seed <= SEEDS; seed++) {
      List<Mishap> mishaps = Scenario.of(seed, Size.FULL, true).mishaps();
      faults += mishaps.size();
      mishaps.forEach(mishap -> met.add(mishap.kind() + " " + mishap.target()));
    }
    assertThat(faults).isGreaterThanOrEqualTo(1_000);
    for (Kind kind : List.of(Kind.KILL, Kind.FREEZE, Kind.LATENCY, Kind.BLACKHOLE, Kind.RESET)) {
      for (Target target : Target.values()) {
        assertThat(met).contains(kind + " " + target);
      }
    }
    assertThat(met).contains("CLOCK_JUMP BROKER", "PROVIDER_ERROR SANDBOX");
  }

  @Test
  void noProcessMeetsTwoFaultsInOneSeed() {
    LongStream.rangeClosed(1, SEEDS)
        .mapToObj(seed -> Scenario.of(seed, Size.FULL, true).mishaps())
        .forEach(mishaps -> assertThat(mishaps).extracting(Mishap::target).doesNotHaveDuplicates());
  }

  @Test
  void withoutFaketimeNoClockIsSet() {
    LongStream.rangeClosed(1, SEEDS)
        .mapToObj(seed -> Scenario.of(seed, Size.FULL, false).mishaps())
        .forEach(
            mishaps ->
                assertThat(mishaps).extracting(Mishap::kind).doesNotContain(Kind.CLOCK_JUMP));
  }

  @Test
  void aDeliveryHasTheSameBodyAtEachTryAndATokenOfItsOwn() {
    List<Delivery> deliveries = Scenario.of(3, Size.FULL, true).deliveries();
    Instant began = Instant.parse("2026-03-02T10:00:00Z");

    assertThat(deliveries).hasSizeGreaterThanOrEqualTo(Size.FULL.alerts());
    assertThat(deliveries).extracting(Delivery::token).doesNotHaveDuplicates();
    assertThat(deliveries.get(7).body(began))
        .isEqualTo(deliveries.get(7).body(began))
        .contains("token:" + deliveries.get(7).token());
  }

  @Test
  void everySeedAnswersTextsAndWritesOnTicketsBesideWhatItDidBefore() {
    for (long seed = 1; seed <= SEEDS; seed++) {
      List<Order> before = OrderPlan.of(seed, Size.FULL, CasePlan.of(seed));
      List<Order> all = Scenario.of(seed, Size.FULL, true).orders();

      assertThat(all).containsAll(before).isSortedAccordingTo(Comparator.comparing(Order::at));
      assertThat(all.stream().filter(order -> !before.contains(order)))
          .extracting(order -> order.via() + " " + order.action())
          .contains("text acknowledge", "github findings", "github close")
          .containsOnly("text acknowledge", "github findings", "github close");
    }
  }

  @Test
  void everyNameCarriesTheSeed() {
    Scenario scenario = Scenario.of(42, Size.FULL, true);

    assertThat(scenario.deliveries()).allMatch(it -> it.subject().name().startsWith("s42"));
    assertThat(scenario.orders().stream().map(Order::id).collect(Collectors.toSet()))
        .hasSize(scenario.orders().size())
        .allMatch(id -> id.startsWith("s42c"));
  }
}

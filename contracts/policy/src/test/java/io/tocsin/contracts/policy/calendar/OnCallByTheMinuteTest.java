package io.tocsin.contracts.policy.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.contracts.policy.calendar.CalendarArbitraries.Scene;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

/** Rotas against a clock that is looked at every minute. */
@Tag("RUN-08.2")
class OnCallByTheMinuteTest {
  private static final String ROLE = "on-call";

  /** A rota, and the window that is compared. */
  record Case(Scene scene, List<Layer> layers, List<RotaOverride> overrides) {
    OnCall onCall() {
      Rota rota = new Rota(scene.wall().id(), layers, overrides, null, null);
      return new OnCall(Map.of(), Map.of(ROLE, rota), CalendarFiles.NONE, OnCallBook.EMPTY);
    }

    /** Who holds the role at a minute, and by which layer or override. */
    Function<Instant, Optional<String>> slowly() {
      Walls walls = new Walls(scene.wall().id(), scene.window());
      List<Function<Instant, Optional<String>>> all = new ArrayList<>();
      for (int i = 0; i < layers.size(); i++) {
        all.add(0, layer(walls, layers.get(i), "layer " + (i + 1)));
      }
      for (int i = 0; i < overrides.size(); i++) {
        all.add(0, override(walls, overrides.get(i), "override " + (i + 1)));
      }
      return minute -> all.stream().flatMap(each -> each.apply(minute).stream()).findFirst();
    }

    private static Function<Instant, Optional<String>> layer(Walls walls, Layer layer, String why) {
      Predicate<Instant> only =
          layer.only() == null ? minute -> true : walls.spans(List.of(layer.only()));
      return minute -> {
        LocalDateTime latest = walls.latestAt(minute);
        boolean isOver = layer.ends() != null && !latest.isBefore(layer.ends());
        if (latest.isBefore(layer.begins()) || isOver || !only.test(minute)) {
          return Optional.empty();
        }
        int turns = 0;
        LocalDateTime next = layer.begins().plus(layer.turn());
        while (!next.isAfter(latest)) {
          turns++;
          next = next.plus(layer.turn());
        }
        return Optional.of(layer.people().get(turns % layer.people().size()) + " by " + why);
      };
    }

    private static Function<Instant, Optional<String>> override(
        Walls walls, RotaOverride override, String why) {
      Predicate<Instant> lasts = walls.between(override.from(), override.to());
      return minute ->
          override.to().isAfter(override.from()) && lasts.test(minute)
              ? Optional.of(override.person() + " by " + why)
              : Optional.empty();
    }
  }

  @Provide
  Arbitrary<Case> cases() {
    return CalendarArbitraries.scenes()
        .flatMap(
            scene ->
                Combinators.combine(
                        CalendarArbitraries.layers(scene).list().ofMinSize(1).ofMaxSize(3),
                        CalendarArbitraries.overrides(scene).list().ofMaxSize(2))
                    .as((layers, overrides) -> new Case(scene, layers, overrides)));
  }

  @Property(tries = 50)
  void areHeldInEachMinuteByWhomTheClockSays(@ForAll("cases") Case given) {
    Interval window = given.scene().window();
    List<Shift> shifts = given.onCall().shifts(ROLE, window);
    Coverage gaps = given.onCall().gaps(ROLE, window);
    Function<Instant, Optional<String>> slowly = given.slowly();
    List<Instant> minutes = Walls.minutes(window);
    for (int i = 0; i < minutes.size(); i += 3) {
      Instant minute = minutes.get(i);
      Optional<String> holder = slowly.apply(minute);
      assertThat(
              shifts.stream()
                  .filter(shift -> shift.when().contains(minute))
                  .map(shift -> shift.person() + " by " + shift.holder().why()))
          .as("%s", minute)
          .containsExactlyElementsOf(holder.stream().toList());
      assertThat(gaps.contains(minute)).as("gap at %s", minute).isEqualTo(holder.isEmpty());
    }
  }

  @Property(tries = 50)
  void tellOneMinuteTheSameAsAWholeWindow(@ForAll("cases") Case given) {
    Interval window = given.scene().window();
    List<Shift> shifts = given.onCall().shifts(ROLE, window);
    for (Instant time = window.from();
        time.isBefore(window.to());
        time = time.plus(Duration.ofMinutes(113))) {
      Instant now = time;
      assertThat(given.onCall().holder(ROLE, now))
          .as("%s", now)
          .isEqualTo(
              shifts.stream()
                  .filter(shift -> shift.when().contains(now))
                  .map(Shift::holder)
                  .findFirst());
    }
  }

  @Property(tries = 50)
  void giveShiftsThatFollowEachOtherAndAreNotCutInTwo(@ForAll("cases") Case given) {
    List<Shift> shifts = given.onCall().shifts(ROLE, given.scene().window());
    for (int i = 1; i < shifts.size(); i++) {
      Shift before = shifts.get(i - 1);
      Shift after = shifts.get(i);
      assertThat(after.when().from()).isAfterOrEqualTo(before.when().to());
      if (after.when().from().equals(before.when().to())) {
        assertThat(after.holder()).isNotEqualTo(before.holder());
      }
    }
  }
}

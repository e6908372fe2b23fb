package io.tocsin.contracts.policy.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Zones, windows around their changes, spans, layers and overrides at random. */
final class CalendarArbitraries {
  private static final List<String> PEOPLE = List.of("engineer-a", "engineer-b", "engineer-c");

  private CalendarArbitraries() {}

  /** A few days of one zone. */
  record Scene(Walls.Wall wall, Interval window) {}

  static Arbitrary<Scene> scenes() {
    return Combinators.combine(Arbitraries.of(Walls.DAYS), Arbitraries.integers().between(-60, 0))
        .as(
            (wall, hours) ->
                new Scene(
                    wall,
                    Interval.of(wall.at().plus(Duration.ofHours(hours)), Duration.ofHours(70))));
  }

  static Arbitrary<Span> spans() {
    return Combinators.combine(days(), times().injectNull(0.1), times().injectNull(0.1))
        .as(Span::new);
  }

  static Arbitrary<Layer> layers(Scene scene) {
    return Combinators.combine(
            people().list().ofMinSize(1).ofMaxSize(3),
            localTimes(scene, -200, 2),
            localTimes(scene, -1, 5).injectNull(0.8),
            Arbitraries.of(1, 5, 8, 12, 24, 48, 168, 336).map(Duration::ofHours),
            spans().injectNull(0.5))
        .as(
            (people, begins, ends, turn, only) ->
                new Layer(people, null, begins, ends, turn, only));
  }

  static Arbitrary<RotaOverride> overrides(Scene scene) {
    return Combinators.combine(people(), localTimes(scene, -1, 3), localTimes(scene, -1, 4))
        .as((person, from, to) -> new RotaOverride(person, from, to, null));
  }

  private static Arbitrary<LocalDateTime> localTimes(Scene scene, int firstDay, int lastDay) {
    return Combinators.combine(Arbitraries.integers().between(firstDay, lastDay), times())
        .as(
            (day, time) ->
                scene
                    .window()
                    .from()
                    .atZone(scene.wall().id())
                    .toLocalDate()
                    .plusDays(day)
                    .atTime(time));
  }

  private static Arbitrary<String> people() {
    return Arbitraries.of(PEOPLE);
  }

  private static Arbitrary<Set<DayOfWeek>> days() {
    return Arbitraries.of(DayOfWeek.class).set().ofMaxSize(7);
  }

  /** Often in the small hours, where clocks change. */
  private static Arbitrary<LocalTime> times() {
    Arbitrary<Integer> night = Arbitraries.integers().between(0, 14).map(quarter -> quarter * 15);
    Arbitrary<Integer> day = Arbitraries.integers().between(0, 24 * 60 - 1);
    return Arbitraries.oneOf(night, day).map(minute -> LocalTime.MIN.plusMinutes(minute));
  }
}

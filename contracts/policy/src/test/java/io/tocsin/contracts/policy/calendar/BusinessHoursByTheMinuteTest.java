package io.tocsin.contracts.policy.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.contracts.policy.calendar.CalendarArbitraries.Scene;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

/** Business hours against a clock that is looked at every minute. */
@Tag("RUN-13")
class BusinessHoursByTheMinuteTest {

  /** Hours of one zone, the days off, and the window that is compared. */
  record Case(Scene scene, List<Span> spans, Set<Integer> off) {
    Set<LocalDate> daysOff() {
      LocalDate first = scene.window().from().atZone(scene.wall().id()).toLocalDate();
      return off.stream().map(first::plusDays).collect(Collectors.toSet());
    }

    BusinessHours hours() throws UnreadableFeed {
      return new BusinessHours(scene.wall().id(), spans, Feed.read(Ics.daysOff(daysOff())));
    }

    Predicate<Instant> slowly() {
      Walls walls = new Walls(scene.wall().id(), scene.window());
      Predicate<Instant> work = walls.spans(spans);
      return minute ->
          work.test(minute) && !daysOff().contains(walls.shownAt(minute).toLocalDate());
    }
  }

  @Provide
  Arbitrary<Case> cases() {
    return Combinators.combine(
            CalendarArbitraries.scenes(),
            CalendarArbitraries.spans().list().ofMinSize(1).ofMaxSize(3),
            Arbitraries.integers().between(-1, 4).set().ofMaxSize(2))
        .as(Case::new);
  }

  @Property(tries = 100)
  void areOpenInTheMinutesThatTheClockSays(@ForAll("cases") Case given) throws Exception {
    Coverage open = given.hours().open(given.scene().window());
    Predicate<Instant> slowly = given.slowly();
    for (Instant minute : Walls.minutes(given.scene().window())) {
      assertThat(open.contains(minute)).as("%s", minute).isEqualTo(slowly.test(minute));
    }
  }

  @Property(tries = 40)
  void openAndCloseNextWhenTheClockSays(@ForAll("cases") Case given) throws Exception {
    BusinessHours hours = given.hours();
    Predicate<Instant> slowly = given.slowly();
    Instant nextOpen = null;
    Instant nextClose = null;
    List<Instant> minutes = Walls.minutes(given.scene().window());
    for (int i = minutes.size() - 1; i >= 0; i--) {
      Instant minute = minutes.get(i);
      boolean isOpen = slowly.test(minute);
      nextOpen = isOpen ? minute : nextOpen;
      nextClose = isOpen ? nextClose : minute;
      if (i % 97 == 0) {
        assertThat(hours.isOpen(minute)).as("open %s", minute).isEqualTo(isOpen);
        if (nextOpen != null) {
          assertThat(hours.nextOpen(minute)).as("next open after %s", minute).isEqualTo(nextOpen);
        }
        if (nextClose != null) {
          assertThat(hours.nextClose(minute))
              .as("next close after %s", minute)
              .isEqualTo(nextClose);
        }
      }
    }
  }
}

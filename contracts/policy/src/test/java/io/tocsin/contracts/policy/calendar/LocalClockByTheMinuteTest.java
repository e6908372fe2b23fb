package io.tocsin.contracts.policy.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;

/** The clock on the wall against itself, looked at every minute. */
@Tag("RUN-13")
class LocalClockByTheMinuteTest {

  @Provide
  Arbitrary<Walls.Wall> days() {
    return Arbitraries.of(Walls.DAYS);
  }

  @Property(tries = 150)
  void itIsReachedAndPassedWhenTheClockShowsSo(
      @ForAll("days") Walls.Wall day, @ForAll @IntRange(min = -2000, max = 2000) int minutes) {
    LocalDateTime time = day.at().atZone(day.id()).toLocalDateTime().plusMinutes(minutes);
    LocalClock clock = LocalClock.in(day.id());
    Interval window = Interval.of(day.at().minus(Duration.ofDays(3)), Duration.ofDays(6));
    Instant first = null;
    Instant last = null;
    for (Instant minute : Walls.minutes(window)) {
      LocalDateTime shown = minute.atZone(day.id()).toLocalDateTime();
      if (first == null && !shown.isBefore(time)) {
        first = minute;
      }
      if (shown.isBefore(time)) {
        last = minute.plusSeconds(60);
      }
    }
    assertThat(clock.first(time)).isEqualTo(first);
    assertThat(clock.last(time)).isEqualTo(last);
  }
}

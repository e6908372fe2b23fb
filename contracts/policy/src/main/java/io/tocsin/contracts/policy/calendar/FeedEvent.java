package io.tocsin.contracts.policy.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneRules;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One event of a calendar, with all its repetitions.
 *
 * @param rules its zone; null: the zone of whoever reads it, as for whole days
 */
record FeedEvent(
    String summary,
    LocalDateTime start,
    Length length,
    @Nullable ZoneRules rules,
    Recurrence recurrence) {

  /**
   * How long it lasts.
   *
   * @param byTheClock from 09:00 to 09:00 also where daylight saving makes that an hour more or
   *     less, or weekly shifts would overlap or leave a gap twice a year
   */
  record Length(Duration time, boolean byTheClock) {}

  /** The times it runs that touch {@code window}, unordered. */
  Stream<Occurrence> within(Interval window, ZoneId zone) {
    LocalClock clock = new LocalClock(rules == null ? zone.getRules() : rules);
    LocalDateTime from = clock.at(window.from()).minus(length.time()).minusDays(1);
    LocalDateTime to = clock.at(window.to()).plusDays(1);
    return recurrence
        .starts(start, from, to)
        .map(begin -> new Occurrence(summary, when(begin, clock)))
        .filter(
            each ->
                each.when().from().isBefore(window.to())
                    && each.when().to().isAfter(window.from()));
  }

  private Interval when(LocalDateTime begin, LocalClock clock) {
    Instant from = clock.first(begin);
    return length.byTheClock()
        ? new Interval(from, clock.first(begin.plus(length.time())))
        : Interval.of(from, length.time());
  }
}

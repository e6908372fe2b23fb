package io.tocsin.contracts.policy.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Hours of the day on some days of the week, in local time.
 *
 * @param days on which it begins; none: every day
 * @param from missing: midnight
 * @param to the first minute after it, on the next day when not after {@code from}; missing: the
 *     end of the day
 */
public record Span(Set<DayOfWeek> days, @Nullable LocalTime from, @Nullable LocalTime to) {
  public Span {
    days = Set.copyOf(days);
  }

  Coverage within(LocalClock clock, Interval window) {
    LocalDate lastDay = clock.at(window.to()).toLocalDate();
    return new Coverage(
            clock
                .at(window.from())
                .toLocalDate()
                .minusDays(1)
                .datesUntil(lastDay.plusDays(1))
                .filter(day -> days.isEmpty() || days.contains(day.getDayOfWeek()))
                .map(day -> on(day, clock))
                .toList())
        .within(window);
  }

  boolean endsNextDay() {
    return !ending().isAfter(beginning());
  }

  private Interval on(LocalDate day, LocalClock clock) {
    LocalDateTime end = day.plusDays(endsNextDay() ? 1 : 0).atTime(ending());
    return new Interval(clock.first(day.atTime(beginning())), clock.last(end));
  }

  private LocalTime beginning() {
    return Objects.requireNonNullElse(from, LocalTime.MIN);
  }

  private LocalTime ending() {
    return Objects.requireNonNullElse(to, LocalTime.MIN);
  }
}

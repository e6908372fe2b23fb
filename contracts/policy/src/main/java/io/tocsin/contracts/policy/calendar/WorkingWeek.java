package io.tocsin.contracts.policy.calendar;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@code business-hours} as an operator writes them (RUN-13): one span in short, or several below
 * {@code spans}, or both.
 *
 * @param holidays an iCalendar file of the policy folder: nobody works while one of its events runs
 */
public record WorkingWeek(
    ZoneId zone,
    Set<DayOfWeek> days,
    @Nullable LocalTime from,
    @Nullable LocalTime to,
    List<Span> spans,
    @Nullable String holidays) {

  public WorkingWeek {
    days = Set.copyOf(days);
    spans = List.copyOf(spans);
  }

  /** The hours as they run; a file that is not there, or is no calendar, has no holidays. */
  public BusinessHours hours(CalendarFiles calendars) {
    return new BusinessHours(
        zone,
        isShort() ? Stream.concat(Stream.of(inShort()), spans.stream()).toList() : spans,
        calendars.feed(holidays).orElse(Feed.EMPTY));
  }

  /** Whether {@code days}, {@code from} and {@code to} are meant to say something. */
  boolean isShort() {
    return spans.isEmpty() || !days.isEmpty() || from != null || to != null;
  }

  Span inShort() {
    return new Span(days, from, to);
  }
}

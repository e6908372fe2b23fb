package io.tocsin.contracts.policy.calendar;

import io.tocsin.contracts.policy.yaml.Says;
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
@Says("when the team is at work")
public record WorkingWeek(
    @Says("the team's time zone") ZoneId zone,
    @Says("the days on which it works") Set<DayOfWeek> days,
    @Says("when work begins") @Nullable LocalTime from,
    @Says("the first minute after work") @Nullable LocalTime to,
    @Says("more hours, or hours that differ by day") List<Span> spans,
    @Says("an iCalendar file of this folder: nobody works during its events")
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

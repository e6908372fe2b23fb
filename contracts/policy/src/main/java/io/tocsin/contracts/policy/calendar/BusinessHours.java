package io.tocsin.contracts.policy.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** When a team is at work, in its own time zone, holidays and daylight saving included (RUN-13). */
public record BusinessHours(ZoneId zone, List<Span> spans, Feed holidays) {

  /** How far ahead an opening is looked for. */
  public static final Duration HORIZON = Duration.ofDays(366);

  /** Most are found within a day, and a longer stretch costs more to lay out. */
  private static final Duration FIRST_STEP = Duration.ofDays(1);

  private static final Duration LONGEST_STEP = Duration.ofDays(16);

  public BusinessHours {
    spans = List.copyOf(spans);
  }

  /** The same hours on some days of the week, and no holidays. */
  public static BusinessHours of(ZoneId zone, Set<DayOfWeek> days, LocalTime from, LocalTime to) {
    return new BusinessHours(zone, List.of(new Span(days, from, to)), Feed.EMPTY);
  }

  public boolean isOpen(Instant now) {
    return open(Interval.at(now)).contains(now);
  }

  /**
   * {@code now} while open, else the next opening. Where there is none within {@link #HORIZON}, its
   * end: whoever waits asks again then.
   */
  public Instant nextOpen(Instant now) {
    return next(now, this::open);
  }

  /** {@code now} while closed, else the next closing; {@link #HORIZON} as for an opening. */
  public Instant nextClose(Instant now) {
    return next(now, window -> open(window).gaps(window));
  }

  /** All working time of {@code window}. */
  public Coverage open(Interval window) {
    LocalClock clock = LocalClock.in(zone);
    Coverage work = Coverage.union(spans.stream().map(span -> span.within(clock, window)).toList());
    return work.isEmpty() ? work : work.without(holidays.running(window, zone));
  }

  private static Instant next(Instant now, Function<Interval, Coverage> search) {
    Instant end = now.plus(HORIZON);
    Duration step = FIRST_STEP;
    for (Instant from = now; from.isBefore(end); from = from.plus(step)) {
      step = from.equals(now) || step.equals(LONGEST_STEP) ? step : step.multipliedBy(2);
      Optional<Interval> found =
          search.apply(Interval.of(from, step)).intervals().stream().findFirst();
      if (found.isPresent()) {
        return found.get().from();
      }
    }
    return end;
  }
}

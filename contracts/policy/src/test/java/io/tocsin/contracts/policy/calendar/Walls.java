package io.tocsin.contracts.policy.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The slow truth: what a clock on the wall shows, minute by minute, and nothing cleverer than
 * looking at it.
 */
final class Walls {
  static final int MARGIN = 9;

  /** Zones, and days around which their clocks do something. */
  static final List<Wall> DAYS =
      List.of(
          new Wall("Africa/Cairo", "2026-04-24T00:00:00Z"),
          new Wall("Africa/Cairo", "2026-10-29T21:00:00Z"),
          new Wall("Africa/Cairo", "2026-01-10T12:00:00Z"),
          new Wall("America/New_York", "2026-03-08T07:00:00Z"),
          new Wall("America/New_York", "2026-11-01T06:00:00Z"),
          new Wall("Asia/Kolkata", "2026-05-05T05:00:00Z"),
          new Wall("America/Sao_Paulo", "2018-11-04T03:00:00Z"),
          new Wall("America/Sao_Paulo", "2018-02-18T02:00:00Z"),
          new Wall("America/Havana", "2026-11-01T05:00:00Z"),
          new Wall("Australia/Lord_Howe", "2026-04-04T15:00:00Z"),
          new Wall("Pacific/Apia", "2011-12-30T10:00:00Z"));

  private final Instant begin;
  private final List<LocalDateTime> shown = new ArrayList<>();
  private final List<LocalDateTime> latest = new ArrayList<>();

  /** A zone, and an instant near which it is worth looking. */
  record Wall(String zone, String near) {
    ZoneId id() {
      return ZoneId.of(zone);
    }

    Instant at() {
      return Instant.parse(near);
    }
  }

  Walls(ZoneId zone, Interval window) {
    begin = window.from().minus(Duration.ofDays(MARGIN));
    Instant end = window.to().plus(Duration.ofDays(MARGIN));
    for (Instant minute = begin; minute.isBefore(end); minute = minute.plusSeconds(60)) {
      LocalDateTime time = minute.atZone(zone).toLocalDateTime();
      LocalDateTime before = latest.isEmpty() ? time : latest.get(latest.size() - 1);
      shown.add(time);
      latest.add(time.isAfter(before) ? time : before);
    }
  }

  static List<Instant> minutes(Interval window) {
    List<Instant> minutes = new ArrayList<>();
    for (Instant m = window.from(); m.isBefore(window.to()); m = m.plusSeconds(60)) {
      minutes.add(m);
    }
    return minutes;
  }

  LocalDateTime shownAt(Instant minute) {
    return shown.get(index(minute));
  }

  /** The latest that the clock has shown until {@code minute}. */
  LocalDateTime latestAt(Instant minute) {
    return latest.get(index(minute));
  }

  /** From the first minute that shows {@code from} or more to the last one before {@code to}. */
  Predicate<Instant> between(LocalDateTime from, LocalDateTime to) {
    int first = firstIndex(time -> !time.isBefore(from));
    int last = lastIndex(time -> time.isBefore(to));
    return minute -> index(minute) >= first && index(minute) <= last;
  }

  /** Whether a span covers a minute. */
  Predicate<Instant> spans(List<Span> spans) {
    List<Predicate<Instant>> stretches = new ArrayList<>();
    LocalDate end = shown.get(shown.size() - 1).toLocalDate();
    for (LocalDate day = shown.get(0).toLocalDate(); !day.isAfter(end); day = day.plusDays(1)) {
      for (Span span : spans) {
        if (span.days().isEmpty() || span.days().contains(day.getDayOfWeek())) {
          LocalDateTime from = span.from() == null ? day.atStartOfDay() : day.atTime(span.from());
          LocalDateTime to = span.to() == null ? day.atStartOfDay() : day.atTime(span.to());
          stretches.add(between(from, to.isAfter(from) ? to : to.plusDays(1)));
        }
      }
    }
    return minute -> stretches.stream().anyMatch(stretch -> stretch.test(minute));
  }

  private int index(Instant minute) {
    return (int) Duration.between(begin, minute).toMinutes();
  }

  private int firstIndex(Predicate<LocalDateTime> wanted) {
    for (int i = 0; i < shown.size(); i++) {
      if (wanted.test(shown.get(i))) {
        return i;
      }
    }
    return shown.size();
  }

  private int lastIndex(Predicate<LocalDateTime> wanted) {
    for (int i = shown.size() - 1; i >= 0; i--) {
      if (wanted.test(shown.get(i))) {
        return i;
      }
    }
    return -1;
  }
}

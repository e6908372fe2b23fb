package io.tocsin.contracts.policy.calendar;

import com.google.common.collect.Range;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A stretch of time; {@code to} is the first instant after it. */
public record Interval(Instant from, Instant to) {
  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("EEE uuuu-MM-dd HH:mm", Locale.ENGLISH);

  public Interval {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException(
          "an interval cannot end before it begins: " + from + " " + to);
    }
  }

  public static Interval of(Instant from, Duration length) {
    return new Interval(from, from.plus(length));
  }

  /** The shortest that is worth asking about: the second that begins at {@code now}. */
  static Interval at(Instant now) {
    return of(now, Duration.ofSeconds(1));
  }

  public boolean contains(Instant time) {
    return !time.isBefore(from) && time.isBefore(to);
  }

  public boolean isEmpty() {
    return from.equals(to);
  }

  public Duration length() {
    return Duration.between(from, to);
  }

  /** {@code Sat 2026-03-07 09:00 until Mon 2026-03-09 11:00 (2d2h, Africa/Cairo)}. */
  public String in(ZoneId zone) {
    return "%s until %s (%s, %s)"
        .formatted(
            LOCAL.format(from.atZone(zone)),
            LOCAL.format(to.atZone(zone)),
            inWords(length()),
            zone);
  }

  private static String inWords(Duration length) {
    String words =
        part(length.toDaysPart(), "d")
            + part(length.toHoursPart(), "h")
            + part(length.toMinutesPart(), "m")
            + part(length.toSecondsPart(), "s");
    return words.isEmpty() ? "0s" : words;
  }

  private static String part(long count, String unit) {
    return count == 0 ? "" : count + unit;
  }

  Range<Instant> range() {
    return Range.closedOpen(from, to);
  }

  static Interval of(Range<Instant> range) {
    return new Interval(range.lowerEndpoint(), range.upperEndpoint());
  }
}

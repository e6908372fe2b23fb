package io.tocsin.contracts.policy.template;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.StringJoiner;

/** Times as people read them at night. */
final class TimeWords {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm zzz", Locale.ENGLISH);

  private TimeWords() {}

  /** {@code 2026-11-22 05:12 EET}. */
  static String moment(Instant instant, ZoneId zone) {
    // Java loads a zone's names wrongly when several threads ask for them first: GMT+02:00 for EET
    synchronized (MOMENT) {
      return MOMENT.format(instant.atZone(zone));
    }
  }

  /** {@code 2 d 1 h 12 min}; seconds only below a minute. */
  static String duration(Duration duration) {
    Duration positive = duration.abs();
    if (positive.compareTo(Duration.ofMinutes(1)) < 0) {
      return positive.toSeconds() + " s";
    }
    StringJoiner words = new StringJoiner(" ");
    part(words, positive.toDays(), "d");
    part(words, positive.toHoursPart(), "h");
    part(words, positive.toMinutesPart(), "min");
    return words.toString();
  }

  private static void part(StringJoiner words, long count, String unit) {
    if (count > 0) {
      words.add(count + " " + unit);
    }
  }
}

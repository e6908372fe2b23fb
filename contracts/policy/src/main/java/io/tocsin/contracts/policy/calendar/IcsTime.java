package io.tocsin.contracts.policy.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.Temporal;
import java.time.zone.ZoneRules;
import org.jspecify.annotations.Nullable;

/**
 * A time of an iCalendar file.
 *
 * @param wholeDay a date; {@code local} is its midnight
 * @param rules null: the zone of whoever reads it
 */
record IcsTime(LocalDateTime local, boolean wholeDay, @Nullable ZoneRules rules) {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");
  private static final int DATE_LENGTH = 8;

  static IcsTime parse(String text, @Nullable String zone, IcsZones zones) {
    if (text.length() == DATE_LENGTH) {
      LocalDate day = LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE);
      return new IcsTime(day.atStartOfDay(), true, null);
    }
    if (text.endsWith("Z")) {
      String local = text.substring(0, text.length() - 1);
      return new IcsTime(LocalDateTime.parse(local, TIME), false, ZoneOffset.UTC.getRules());
    }
    ZoneRules rules = zone == null ? null : zones.rules(zone);
    return new IcsTime(LocalDateTime.parse(text, TIME), false, rules);
  }

  /** What a clock of {@code others} shows at this time. */
  LocalDateTime by(@Nullable ZoneRules others) {
    return rules == null || others == null || rules.equals(others)
        ? local
        : new LocalClock(others).at(new LocalClock(rules).first(local));
  }

  /** A date for a whole day, else the time by a clock of {@code others}. */
  Temporal dateOrTime(@Nullable ZoneRules others) {
    return wholeDay ? local.toLocalDate() : by(others);
  }

  static String format(LocalDateTime local) {
    return TIME.format(local);
  }

  Instant instant(ZoneRules elseRules) {
    return new LocalClock(rules == null ? elseRules : rules).first(local);
  }
}

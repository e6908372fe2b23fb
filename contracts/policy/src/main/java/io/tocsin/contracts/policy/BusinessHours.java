package io.tocsin.contracts.policy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;

/** When a team is at work, in its own time zone; {@code to} is the first minute after work. */
public record BusinessHours(ZoneId zone, Set<DayOfWeek> days, LocalTime from, LocalTime to) {
  public BusinessHours {
    days = Set.copyOf(days);
    if (days.isEmpty() || !from.isBefore(to)) {
      throw new IllegalArgumentException(
          "business hours need at least one day and a 'from' before 'to', were "
              + days
              + " "
              + from
              + "-"
              + to);
    }
  }

  public boolean isOpen(Instant now) {
    ZonedDateTime local = now.atZone(zone);
    LocalTime time = local.toLocalTime();
    return days.contains(local.getDayOfWeek()) && !time.isBefore(from) && time.isBefore(to);
  }

  /** {@code now} while open, else the next opening; a gap of daylight saving moves it forward. */
  public Instant nextOpen(Instant now) {
    if (isOpen(now)) {
      return now;
    }
    LocalDate day = now.atZone(zone).toLocalDate();
    while (true) {
      Instant opening = day.atTime(from).atZone(zone).toInstant();
      if (days.contains(day.getDayOfWeek()) && opening.isAfter(now)) {
        return opening;
      }
      day = day.plusDays(1);
    }
  }
}

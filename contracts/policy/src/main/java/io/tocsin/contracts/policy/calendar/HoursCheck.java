package io.tocsin.contracts.policy.calendar;

import io.tocsin.contracts.policy.yaml.Flaw;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with business hours (RUN-13). */
public final class HoursCheck {
  private HoursCheck() {}

  public static List<Flaw> flaws(WorkingWeek week, CalendarFiles calendars, Instant now) {
    List<Flaw> flaws = new ArrayList<>();
    if (week.isShort()) {
      span(week, week.inShort(), flaws);
    }
    week.spans().forEach(span -> span(span, span, flaws));
    if (week.holidays() != null) {
      flaws.addAll(CalendarCheck.flaws(week, "holidays", week.holidays(), calendars));
    }
    if (flaws.isEmpty() && neverOpens(week.hours(calendars), now)) {
      flaws.add(
          new Flaw(
              week,
              "holidays",
              "nobody is at work on any day of the coming year",
              "look for an event that never ends, or comes every day"));
    }
    return List.copyOf(flaws);
  }

  private static void span(Object where, Span span, List<Flaw> flaws) {
    if (span.days().isEmpty()) {
      flaws.add(
          new Flaw(
              where,
              "days",
              "a team works on one day at least",
              "name days, as in [monday, friday]"));
    }
    if (span.from() == null) {
      flaws.add(new Flaw(where, "from", "work never begins", "say when, as in 09:00"));
    }
    if (span.to() == null) {
      flaws.add(new Flaw(where, "to", "work never ends", "say when, as in 17:00"));
    } else if (span.endsNextDay() && !span.to().equals(LocalTime.MIDNIGHT)) {
      flaws.add(
          new Flaw(
              where,
              "to",
              "work ends before it begins",
              "put 'to' after 'from'; work over midnight is two spans, to 00:00 and from 00:00"));
    }
  }

  private static boolean neverOpens(BusinessHours hours, Instant now) {
    return hours.nextOpen(now).equals(now.plus(BusinessHours.HORIZON));
  }
}

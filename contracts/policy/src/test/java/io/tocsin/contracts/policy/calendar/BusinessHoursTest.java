package io.tocsin.contracts.policy.calendar;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("RUN-13")
class BusinessHoursTest {
  private static final ZoneId CAIRO = ZoneId.of("Africa/Cairo");
  private static final Set<DayOfWeek> WEEK = Set.of(SUNDAY, MONDAY, TUESDAY, WEDNESDAY, THURSDAY);
  private static final BusinessHours HEALTHFLOW = week(Feed.EMPTY);

  @ParameterizedTest(name = "{2}")
  @CsvSource({
    "2026-11-22T06:59:59Z, false, one second before Sunday's work begins",
    "2026-11-22T07:00:00Z, true, Sunday 09:00 in Cairo",
    "2026-11-26T14:59:59Z, true, the last second of Thursday's work",
    "2026-11-26T15:00:00Z, false, Thursday 17:00 is after work",
    "2026-11-27T10:00:00Z, false, Friday is no working day",
    "2026-07-05T06:00:00Z, true, in summer 09:00 is an hour earlier in UTC"
  })
  void egyptWorksFromSundayToThursday(Instant now, boolean open, String why) {
    assertThat(HEALTHFLOW.isOpen(now)).as(why).isEqualTo(open);
  }

  @ParameterizedTest(name = "{3}")
  @CsvSource({
    "2026-11-22T10:00:00Z, 2026-11-22T10:00:00Z, 2026-11-22T15:00:00Z, open hours begin now",
    "2026-11-22T05:00:00Z, 2026-11-22T07:00:00Z, 2026-11-22T05:00:00Z, an early morning",
    "2026-11-26T15:00:00Z, 2026-11-29T07:00:00Z, 2026-11-26T15:00:00Z, Thursday waits for Sunday",
    "2026-04-23T16:00:00Z, 2026-04-26T06:00:00Z, 2026-04-23T16:00:00Z, summer time begins",
    "2026-10-29T15:00:00Z, 2026-11-01T07:00:00Z, 2026-10-29T15:00:00Z, summer time ends"
  })
  void theNextOpeningAndClosingAre(Instant now, Instant opening, Instant closing, String why) {
    assertThat(HEALTHFLOW.nextOpen(now)).as(why).isEqualTo(opening);
    assertThat(HEALTHFLOW.nextClose(now)).as(why).isEqualTo(closing);
  }

  @Test
  void anOpeningInTheSkippedHourIsWhereTheClockJumpsTo() {
    BusinessHours night =
        hours("America/New_York", new Span(Set.of(SUNDAY), at("02:30"), at("06:00")));
    Instant jump = Instant.parse("2026-03-08T07:00:00Z");
    assertThat(night.nextOpen(jump.minusSeconds(1))).isEqualTo(jump);
    assertThat(night.isOpen(jump)).isTrue();
  }

  @Test
  void aClosingInTheRepeatedHourIsItsSecondTime() {
    BusinessHours late =
        hours("Africa/Cairo", new Span(Set.of(THURSDAY), at("18:00"), at("23:30")));
    assertThat(late.nextClose(Instant.parse("2026-10-29T18:00:00Z")))
        .isEqualTo(Instant.parse("2026-10-29T21:30:00Z"));
  }

  @Test
  void aLunchBreakIsTwoSpans() {
    BusinessHours hours =
        hours(
            "Africa/Cairo",
            new Span(WEEK, at("09:00"), at("12:00")),
            new Span(WEEK, at("13:00"), at("17:00")));
    Instant lunch = Instant.parse("2026-11-22T10:30:00Z");
    assertThat(hours.isOpen(lunch)).isFalse();
    assertThat(hours.nextOpen(lunch)).isEqualTo(Instant.parse("2026-11-22T11:00:00Z"));
  }

  @Test
  void nobodyWorksOnAHoliday() {
    BusinessHours hours =
        week(
            Ics.feed(
                Ics.event(
                    "SUMMARY:Feast", "DTSTART;VALUE=DATE:20261122", "DTEND;VALUE=DATE:20261124")));
    Instant sunday = Instant.parse("2026-11-22T10:00:00Z");
    assertThat(hours.isOpen(sunday)).isFalse();
    assertThat(hours.nextOpen(sunday)).isEqualTo(Instant.parse("2026-11-24T07:00:00Z"));
  }

  @Test
  void anEarlyClosingIsAHolidayOfSomeHours() {
    BusinessHours hours =
        week(
            Ics.feed(Ics.event("DTSTART:20261122T130000", "DTEND:20261122T235959", "SUMMARY:Eve")));
    assertThat(hours.nextClose(Instant.parse("2026-11-22T08:00:00Z")))
        .isEqualTo(Instant.parse("2026-11-22T11:00:00Z"));
  }

  @Test
  void hoursWithoutAnyBreakNeverClose() {
    BusinessHours always = hours("Africa/Cairo", new Span(Set.of(), null, null));
    Instant now = Instant.parse("2026-11-22T08:00:00Z");
    assertThat(always.nextClose(now)).isEqualTo(now.plus(BusinessHours.HORIZON));
  }

  @Test
  void whoWaitsForHoursThatNeverComeIsToldToAskAgain() {
    Instant now = Instant.parse("2026-11-22T08:00:00Z");
    BusinessHours never =
        week(Ics.feed(Ics.event("DTSTART;VALUE=DATE:20260101", "RRULE:FREQ=DAILY", "SUMMARY:x")));
    assertThat(never.nextOpen(now)).isEqualTo(now.plus(Duration.ofDays(366)));
  }

  @Test
  void theShortFormAndSpansAreOneWeek() {
    WorkingWeek week =
        new WorkingWeek(
            CAIRO,
            Set.of(SUNDAY),
            at("09:00"),
            at("17:00"),
            List.of(new Span(Set.of(MONDAY), at("10:00"), at("11:00"))),
            "holidays.ics");
    BusinessHours hours =
        week.hours(
            CalendarFiles.read(
                Map.of(
                    "holidays.ics",
                    Ics.calendar(Ics.event("SUMMARY:x", "DTSTART;VALUE=DATE:20261122")))));
    assertThat(hours.open(Interval.of(Instant.parse("2026-11-22T00:00:00Z"), Duration.ofDays(8))))
        .isEqualTo(
            new Coverage(
                List.of(
                    between("2026-11-23T08:00:00Z", "2026-11-23T09:00:00Z"),
                    between("2026-11-29T07:00:00Z", "2026-11-29T15:00:00Z"))));
  }

  private static Interval between(String from, String to) {
    return new Interval(Instant.parse(from), Instant.parse(to));
  }

  private static BusinessHours week(Feed holidays) {
    return new BusinessHours(CAIRO, List.of(new Span(WEEK, at("09:00"), at("17:00"))), holidays);
  }

  private static BusinessHours hours(String zone, Span... spans) {
    return new BusinessHours(ZoneId.of(zone), List.of(spans), Feed.EMPTY);
  }

  private static LocalTime at(String time) {
    return LocalTime.parse(time);
  }
}

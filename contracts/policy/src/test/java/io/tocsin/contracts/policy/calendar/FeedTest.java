package io.tocsin.contracts.policy.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneRulesProvider;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What of iCalendar is understood. */
@Tag("RUN-13")
class FeedTest {
  private static final ZoneId CAIRO = ZoneId.of("Africa/Cairo");
  private static final Interval YEAR = interval("2025-12-31T22:00:00Z", "2026-12-31T22:00:00Z");
  private static final String OUTLOOK =
      """
      BEGIN:VTIMEZONE
      TZID:Our Own Time
      BEGIN:STANDARD
      DTSTART:16010101T020000
      TZOFFSETFROM:-0400
      TZOFFSETTO:-0500
      RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=1SU;BYMONTH=11
      END:STANDARD
      BEGIN:DAYLIGHT
      DTSTART:16010101T020000
      TZOFFSETFROM:-0500
      TZOFFSETTO:-0400
      RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=2SU;BYMONTH=3
      END:DAYLIGHT
      END:VTIMEZONE
      """;

  @Test
  void aWholeDayIsThatOfItsReader() {
    assertThat(year("DTSTART;VALUE=DATE:20260107"))
        .containsExactly(interval("2026-01-06T22:00:00Z", "2026-01-07T22:00:00Z"));
  }

  @Test
  void severalDaysEndBeforeTheDayThatIsNamedAsTheirEnd() {
    assertThat(year("DTSTART;VALUE=DATE:20260320", "DTEND;VALUE=DATE:20260323"))
        .containsExactly(interval("2026-03-19T22:00:00Z", "2026-03-22T22:00:00Z"));
  }

  @Test
  void aDayOnWhichTheClockSkipsAnHourIsShorter() {
    assertThat(year("DTSTART;VALUE=DATE:20260424"))
        .containsExactly(interval("2026-04-23T22:00:00Z", "2026-04-24T21:00:00Z"));
  }

  @Test
  void aYearlyHolidayComesEachYear() {
    assertThat(year("DTSTART;VALUE=DATE:19800723", "RRULE:FREQ=YEARLY"))
        .containsExactly(interval("2026-07-22T21:00:00Z", "2026-07-23T21:00:00Z"));
  }

  @Test
  void theFourthThursdayOfNovemberIsFound() {
    assertThat(year("DTSTART;VALUE=DATE:20201126", "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH"))
        .containsExactly(interval("2026-11-25T22:00:00Z", "2026-11-26T22:00:00Z"));
  }

  @Test
  void aLeapDayComesInLeapYearsOnly() {
    assertThat(year("DTSTART;VALUE=DATE:20240229", "RRULE:FREQ=YEARLY")).isEmpty();
  }

  @Test
  void aWeeklyShiftKeepsItsLocalTimeAndLeavesNoGapWhenTheClockChanges() {
    List<Interval> shifts =
        year(
            "DTSTART;TZID=Africa/Cairo:20260406T090000",
            "DTEND;TZID=Africa/Cairo:20260413T090000",
            "RRULE:FREQ=WEEKLY;COUNT=4");
    assertThat(shifts)
        .containsExactly(
            interval("2026-04-06T07:00:00Z", "2026-04-13T07:00:00Z"),
            interval("2026-04-13T07:00:00Z", "2026-04-20T07:00:00Z"),
            interval("2026-04-20T07:00:00Z", "2026-04-27T06:00:00Z"),
            interval("2026-04-27T06:00:00Z", "2026-05-04T06:00:00Z"));
  }

  @Test
  void aDurationInHoursIsThatManyHours() {
    assertThat(year("DTSTART;TZID=Africa/Cairo:20260423T200000", "DURATION:PT12H"))
        .containsExactly(interval("2026-04-23T18:00:00Z", "2026-04-24T06:00:00Z"));
  }

  @Test
  void aDurationInDaysIsByTheClock() {
    assertThat(year("DTSTART;TZID=Africa/Cairo:20260423T200000", "DURATION:P1D"))
        .containsExactly(interval("2026-04-23T18:00:00Z", "2026-04-24T17:00:00Z"));
  }

  @Test
  void aLastTimeInUtcIsTheEventsOwnLocalTime() {
    assertThat(
            year(
                "DTSTART;TZID=America/New_York:20260105T200000",
                "DURATION:PT1H",
                "RRULE:FREQ=DAILY;UNTIL=20260108T010000Z"))
        .hasSize(3);
  }

  @Test
  void aLastDayIsIncluded() {
    assertThat(year("DTSTART;VALUE=DATE:20260105", "RRULE:FREQ=DAILY;UNTIL=20260107")).hasSize(3);
  }

  @Test
  void exceptionsAndFurtherDatesAreHeeded() {
    assertThat(
            year(
                "DTSTART;VALUE=DATE:20260105",
                "RRULE:FREQ=DAILY;COUNT=3",
                "EXDATE;VALUE=DATE:20260106",
                "RDATE;VALUE=DATE:20260110,20260112"))
        .extracting(each -> each.from().toString())
        .containsExactly(
            "2026-01-04T22:00:00Z",
            "2026-01-06T22:00:00Z",
            "2026-01-09T22:00:00Z",
            "2026-01-11T22:00:00Z");
  }

  @Test
  void oneOfARowCanBeMovedOrCancelled() {
    Feed feed =
        Ics.feed(
            Ics.event(
                "UID:1",
                "SUMMARY:a",
                "DTSTART;TZID=Africa/Cairo:20260105T090000",
                "DURATION:PT1H",
                "RRULE:FREQ=DAILY;COUNT=3"),
            Ics.event(
                "UID:1",
                "SUMMARY:b",
                "RECURRENCE-ID:20260106T070000Z",
                "DTSTART:20260106T120000Z",
                "DURATION:PT1H"),
            Ics.event(
                "UID:1",
                "SUMMARY:c",
                "RECURRENCE-ID:20260107T070000Z",
                "DTSTART:20260107T070000Z",
                "DURATION:PT1H",
                "STATUS:CANCELLED"));
    assertThat(feed.faults()).isEmpty();
    assertThat(feed.occurrences(YEAR, CAIRO))
        .containsExactly(
            new Occurrence("a", interval("2026-01-05T07:00:00Z", "2026-01-05T08:00:00Z")),
            new Occurrence("b", interval("2026-01-06T12:00:00Z", "2026-01-06T13:00:00Z")));
  }

  @Test
  void aZoneThatOnlyTheFileKnowsIsTakenFromTheFile() {
    Feed feed =
        Ics.feed(
            OUTLOOK,
            Ics.event(
                "SUMMARY:x",
                "DTSTART;TZID=\"Our Own Time\":20260307T090000",
                "DURATION:PT1H",
                "RRULE:FREQ=DAILY;COUNT=2"));
    assertThat(feed.faults()).isEmpty();
    assertThat(feed.occurrences(YEAR, CAIRO))
        .extracting(each -> each.when().from().toString())
        .containsExactly("2026-03-07T14:00:00Z", "2026-03-08T13:00:00Z");
  }

  @Test
  void aFilesOwnZoneStaysWithTheFile() {
    Set<String> before = Set.copyOf(ZoneRulesProvider.getAvailableZoneIds());
    Ics.feed(
        OUTLOOK,
        Ics.event("SUMMARY:x", "DTSTART;TZID=Our Own Time:20260307T090000", "DURATION:PT1H"));
    assertThat(ZoneRulesProvider.getAvailableZoneIds()).isEqualTo(before);
  }

  @Test
  void zonesAreThoseOfTheJdkAndNoOthers() {
    assertThat(
            ZoneId.getAvailableZoneIds().stream()
                .filter(id -> id.startsWith("ical4j"))
                .collect(Collectors.toSet()))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n"})
  void linesAreUnfoldedAndUnescapedHoweverTheyEnd(String end) throws UnreadableFeed {
    String text =
        Ics.calendar(
            Ics.event("SUMMARY:First engi", " neer\\, by \"day\"", "DTSTART;VALUE=DATE:20260107"));
    assertThat(Feed.read(text.replace("\n", end)).occurrences(YEAR, CAIRO))
        .extracting(Occurrence::summary)
        .containsExactly("First engineer, by \"day\"");
  }

  @Test
  void arabicSummariesAreKept() {
    assertThat(
            Ics.feed(Ics.event("SUMMARY:عيد الفطر", "DTSTART;VALUE=DATE:20260320"))
                .occurrences(YEAR, CAIRO))
        .extracting(Occurrence::summary)
        .containsExactly("عيد الفطر");
  }

  @Test
  void anEventThatCannotBeUnderstoodIsNamedAndTheOthersStay() {
    Feed feed =
        Ics.feed(
            Ics.event("SUMMARY:Good", "DTSTART;VALUE=DATE:20260107"),
            Ics.event("SUMMARY:No start"),
            Ics.event("SUMMARY:No time", "DTSTART:20260107T090000"),
            Ics.event(
                "SUMMARY:Bad zone", "DTSTART;TZID=Mars/Olympus:20260107T090000", "DURATION:PT1H"),
            Ics.event("SUMMARY:Bad rule", "DTSTART;VALUE=DATE:20260107", "RRULE:FREQ=SOMETIMES"),
            Ics.event("SUMMARY:Too often", "DTSTART;VALUE=DATE:20260107", "RRULE:FREQ=SECONDLY"),
            Ics.event("SUMMARY:No date", "DTSTART;VALUE=DATE:20261307"));
    assertThat(feed.occurrences(YEAR, CAIRO)).hasSize(1);
    assertThat(feed.faults()).hasSize(6);
    assertThat(feed.faults())
        .contains(
            "event 'No start' of : it has no DTSTART",
            "event 'No time' of 20260107T090000: it ends no later than it begins",
            "event 'Bad zone' of 20260107T090000: its time zone 'Mars/Olympus' is known to nobody",
            "event 'Too often' of 20260107: it comes again more often than every hour");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "holidays: none",
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\n",
        "BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nEND:VTODO\nEND:VCALENDAR"
      })
  void whatIsNoCalendarIsRefused(String text) {
    assertThatThrownBy(() -> Feed.read(text))
        .isInstanceOf(UnreadableFeed.class)
        .hasMessageNotContaining("null");
  }

  @Test
  void theLineOfAFaultIsThatOfTheFile() {
    assertThatThrownBy(
            () ->
                Feed.read(
                    "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:a\n b\n c\nEND:VTODO\nEND:VCALENDAR\n"))
        .hasMessageStartingWith("line 6: ");
  }

  private static List<Interval> year(String... lines) {
    Feed feed = Ics.feed(Ics.event(lines));
    assertThat(feed.faults()).isEmpty();
    return feed.occurrences(YEAR, CAIRO).stream().map(Occurrence::when).toList();
  }

  private static Interval interval(String from, String to) {
    return new Interval(Instant.parse(from), Instant.parse(to));
  }
}

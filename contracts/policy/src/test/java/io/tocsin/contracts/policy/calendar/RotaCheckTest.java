package io.tocsin.contracts.policy.calendar;

import static io.tocsin.contracts.policy.calendar.Team.ROLE;
import static io.tocsin.contracts.policy.calendar.Team.daily;
import static io.tocsin.contracts.policy.calendar.Team.override;
import static io.tocsin.contracts.policy.calendar.Team.rota;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tocsin.contracts.policy.yaml.Flaw;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What {@code policy check} says of rotas. */
@Tag("RUN-08.2")
class RotaCheckTest {
  private static final Interval AHEAD = LadderReach.ahead(Instant.parse("2026-02-01T12:00:30Z"));

  @Test
  void aRotaThatSomebodyAlwaysHoldsIsFine() {
    assertThat(flaws(rota(daily(7, null, "engineer-a", "engineer-b")))).isEmpty();
  }

  @Test
  void aPersonNobodyKnowsIsNamedWithThoseWhoAreKnown() {
    Layer layer = daily(7, null, "engineer-a", "engineer-x");
    assertThat(flaws(rota(layer)))
        .containsExactly(
            new Flaw(
                layer,
                "people/1",
                "is not among the people",
                "use engineer-a, engineer-b or engineer-c"));
  }

  @Test
  void allFlawsAreSaidAtOnce() {
    Layer layer =
        new Layer(
            List.of(),
            null,
            LocalDateTime.parse("2026-01-05T09:00"),
            LocalDateTime.parse("2026-01-05T09:00"),
            Duration.ZERO,
            null);
    RotaOverride override = override("engineer-x", "2026-12-27T00:00", "2026-12-24T00:00");
    assertThat(flaws(rota(List.of(override), layer)))
        .extracting(Flaw::where, Flaw::component)
        .containsExactly(
            tuple(layer, "people"),
            tuple(layer, "turn"),
            tuple(layer, "ends"),
            tuple(override, "person"),
            tuple(override, "to"));
  }

  @Test
  void theFirstGapIsToldInLocalTimeWithItsLength() {
    Span weekdays =
        new Span(
            Set.of(
                DayOfWeek.SUNDAY,
                DayOfWeek.MONDAY,
                DayOfWeek.TUESDAY,
                DayOfWeek.WEDNESDAY,
                DayOfWeek.THURSDAY),
            null,
            null);
    assertThat(flaws(rota(daily(7, weekdays, "engineer-a"))))
        .extracting(Flaw::message)
        .containsExactly(
            "nobody holds 'on-call' from Fri 2026-02-06 00:00 until Sun 2026-02-08 00:00 (2d,"
                + " Africa/Cairo),"
                + " and 12 times after that");
  }

  @Test
  void aRotaThatBeginsLaterLeavesTheRoleToNobodyUntilThen() {
    Layer later =
        new Layer(
            List.of("engineer-a"),
            null,
            LocalDateTime.parse("2026-02-02T09:00"),
            null,
            Duration.ofDays(7),
            null);
    assertThat(flaws(rota(later)))
        .extracting(Flaw::message)
        .containsExactly(
            "nobody holds 'on-call' from Sun 2026-02-01 14:00 until Mon 2026-02-02 09:00 (19h,"
                + " Africa/Cairo)");
  }

  @Test
  void aRotaSaysFromOneSourceWhoHoldsTheRole() {
    Rota none = rota();
    Rota two = new Rota(Team.CAIRO, List.of(daily(7, null, "engineer-a")), List.of(), null, "P1");
    assertThat(flaws(none))
        .extracting(Flaw::message)
        .containsExactly("nobody ever holds 'on-call'");
    assertThat(flaws(two))
        .extracting(Flaw::component, Flaw::message)
        .containsExactly(tuple("pagerdutySchedule", "two sources say who holds 'on-call'"));
  }

  @Test
  void aLiveRotaIsNotJudgedAheadOfTime() {
    assertThat(flaws(Team.live())).isEmpty();
  }

  @Test
  void aCalendarMustBeThereAndReadableAndNamePeople() {
    CalendarFiles files =
        CalendarFiles.read(
            Map.of(
                "broken.ics",
                "no calendar",
                "names.ics",
                Ics.calendar(
                    Ics.event("SUMMARY:Somebody", "DTSTART;VALUE=DATE:20260210"),
                    Ics.event("SUMMARY:Gone long ago", "DTSTART;VALUE=DATE:20200210")),
                "fault.ics",
                Ics.calendar(Ics.event("SUMMARY:engineer-a"))));
    assertThat(messages(Team.feed("absent.ics"), files))
        .containsExactly("there is no such file in this folder");
    assertThat(messages(Team.feed("broken.ics"), files))
        .singleElement()
        .asString()
        .startsWith("this is no calendar: line 1");
    assertThat(messages(Team.feed("names.ics"), files))
        .containsExactly("'Somebody', the event of 2026-02-10, is not among the people");
    assertThat(messages(Team.feed("fault.ics"), files))
        .containsExactly("event 'engineer-a' of : it has no DTSTART");
  }

  private static List<Flaw> flaws(Rota rota) {
    return flaws(Team.onCall(rota));
  }

  private static List<String> messages(Rota rota, CalendarFiles files) {
    return flaws(new OnCall(Team.PEOPLE, Map.of(ROLE, rota), files, OnCallBook.EMPTY)).stream()
        .map(Flaw::message)
        .toList();
  }

  /** What lies ahead is asked of sound rotas only. */
  private static List<Flaw> flaws(OnCall onCall) {
    List<Flaw> now = RotaCheck.flaws(onCall);
    return now.isEmpty() ? RotaCheck.ahead(onCall, AHEAD) : now;
  }
}

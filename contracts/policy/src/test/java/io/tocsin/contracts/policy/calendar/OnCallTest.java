package io.tocsin.contracts.policy.calendar;

import static io.tocsin.contracts.policy.calendar.Team.ROLE;
import static io.tocsin.contracts.policy.calendar.Team.daily;
import static io.tocsin.contracts.policy.calendar.Team.interval;
import static io.tocsin.contracts.policy.calendar.Team.onCall;
import static io.tocsin.contracts.policy.calendar.Team.override;
import static io.tocsin.contracts.policy.calendar.Team.rota;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who holds a role, and why. */
@Tag("RUN-08.2")
class OnCallTest {
  private static final Span NIGHT =
      new Span(Set.of(), LocalTime.parse("19:00"), LocalTime.parse("07:00"));
  private static final Span WEEKEND =
      new Span(Set.of(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY), null, null);

  @Test
  void peopleTakeTurnsInTheirOrder() {
    OnCall onCall = onCall(rota(daily(7, null, "engineer-a", "engineer-b")));
    assertThat(said(onCall, interval("2026-01-05T07:00:00Z", "2026-01-26T07:00:00Z")))
        .containsExactly(
            "2026-01-05T07:00:00Z engineer-a by layer 1",
            "2026-01-12T07:00:00Z engineer-b by layer 1",
            "2026-01-19T07:00:00Z engineer-a by layer 1");
  }

  @Test
  void theyHandOverAtTheSameLocalTimeWhenTheClockHasChanged() {
    OnCall onCall = onCall(rota(daily(1, null, "engineer-a", "engineer-b")));
    assertThat(said(onCall, interval("2026-04-23T00:00:00Z", "2026-04-25T12:00:00Z")))
        .containsExactly(
            "2026-04-23T00:00:00Z engineer-b by layer 1",
            "2026-04-23T07:00:00Z engineer-a by layer 1",
            "2026-04-24T06:00:00Z engineer-b by layer 1",
            "2026-04-25T06:00:00Z engineer-a by layer 1");
  }

  @Test
  void nobodyHoldsARoleBeforeItsLayerBeginsOrAfterItEnds() {
    Layer summer =
        new Layer(
            List.of("engineer-a"),
            null,
            LocalDateTime.parse("2026-07-01T09:00"),
            LocalDateTime.parse("2026-07-02T09:00"),
            Duration.ofDays(7),
            null);
    OnCall onCall = onCall(rota(summer));
    assertThat(onCall.holder(ROLE, Instant.parse("2026-07-01T05:59:59Z"))).isEmpty();
    assertThat(onCall.holder(ROLE, Instant.parse("2026-07-02T05:59:59Z"))).isPresent();
    assertThat(onCall.holder(ROLE, Instant.parse("2026-07-02T06:00:00Z"))).isEmpty();
    assertThat(onCall.holder(ROLE, Instant.parse("2027-07-02T06:00:00Z"))).isEmpty();
  }

  @Test
  void aLaterLayerLiesOverAnEarlierOneInItsHoursOnly() {
    OnCall onCall = onCall(rota(daily(7, null, "engineer-a"), daily(7, NIGHT, "engineer-b")));
    assertThat(said(onCall, interval("2026-02-02T12:00:00Z", "2026-02-03T12:00:00Z")))
        .containsExactly(
            "2026-02-02T12:00:00Z engineer-a by layer 1",
            "2026-02-02T17:00:00Z engineer-b by layer 2",
            "2026-02-03T05:00:00Z engineer-a by layer 1");
  }

  @Test
  void turnsPassWhileALayerRests() {
    OnCall onCall = onCall(rota(daily(1, WEEKEND, "engineer-a", "engineer-b", "engineer-c")));
    assertThat(said(onCall, interval("2026-01-08T22:00:00Z", "2026-01-10T22:00:00Z")))
        .containsExactly(
            "2026-01-08T22:00:00Z engineer-a by layer 1",
            "2026-01-09T07:00:00Z engineer-b by layer 1",
            "2026-01-10T07:00:00Z engineer-c by layer 1");
  }

  @Test
  void aLayerMayFollowTheSunInAZoneOfItsOwn() {
    Layer newYork =
        new Layer(
            List.of("engineer-c"),
            ZoneId.of("America/New_York"),
            LocalDateTime.parse("2026-01-05T00:00"),
            null,
            Duration.ofDays(7),
            new Span(Set.of(), LocalTime.parse("09:00"), LocalTime.parse("17:00")));
    OnCall onCall = onCall(rota(daily(7, null, "engineer-a"), newYork));
    assertThat(said(onCall, interval("2026-03-09T10:00:00Z", "2026-03-09T23:00:00Z")))
        .containsExactly(
            "2026-03-09T10:00:00Z engineer-a by layer 1",
            "2026-03-09T13:00:00Z engineer-c by layer 2",
            "2026-03-09T21:00:00Z engineer-a by layer 1");
  }

  @Test
  void anOverrideLiesOverEverythingAndALaterOneOverIt() {
    List<RotaOverride> overrides =
        List.of(
            override("engineer-b", "2026-12-24T00:00", "2026-12-27T00:00"),
            override("engineer-c", "2026-12-25T00:00", "2026-12-26T00:00"));
    OnCall onCall = onCall(rota(overrides, daily(365, null, "engineer-a")));
    assertThat(said(onCall, interval("2026-12-23T00:00:00Z", "2026-12-28T00:00:00Z")))
        .containsExactly(
            "2026-12-23T00:00:00Z engineer-a by layer 1",
            "2026-12-23T22:00:00Z engineer-b by override 1 (a journey)",
            "2026-12-24T22:00:00Z engineer-c by override 2 (a journey)",
            "2026-12-25T22:00:00Z engineer-b by override 1 (a journey)",
            "2026-12-26T22:00:00Z engineer-a by layer 1");
  }

  @Test
  void anEventNamesAPersonByIdOrNameAndALaterOneLiesOverIt() {
    CalendarFiles files =
        files(
            Ics.event("SUMMARY:first ENGINEER", "DTSTART:20260105T090000", "DTEND:20260107T090000"),
            Ics.event("SUMMARY:engineer-b", "DTSTART:20260106T090000", "DTEND:20260106T170000"),
            Ics.event("SUMMARY:All hands", "DTSTART:20260106T120000", "DTEND:20260106T130000"));
    assertThat(
            said(
                onCall(Team.feed("on-call.ics"), files),
                interval("2026-01-05T00:00:00Z", "2026-01-08T00:00:00Z")))
        .containsExactly(
            "2026-01-05T07:00:00Z engineer-a by event 'first ENGINEER'",
            "2026-01-06T07:00:00Z engineer-b by event 'engineer-b'",
            "2026-01-06T15:00:00Z engineer-a by event 'first ENGINEER'");
  }

  @Test
  void gapsAreWhatNobodyHolds() {
    OnCall onCall = onCall(rota(daily(7, NIGHT, "engineer-a")));
    assertThat(
            onCall.gaps(ROLE, interval("2026-02-02T00:00:00Z", "2026-02-03T00:00:00Z")).intervals())
        .containsExactly(interval("2026-02-02T05:00:00Z", "2026-02-02T17:00:00Z"));
  }

  @Test
  void aRoleThatNoRotaFillsHasNoHolder() {
    OnCall onCall = onCall(rota(daily(7, null, "engineer-a")));
    assertThat(onCall.fills("tech-lead")).isFalse();
    assertThat(onCall.holder("tech-lead", Instant.parse("2026-02-02T00:00:00Z"))).isEmpty();
  }

  @Test
  void aTurnOfNothingHoldsNothing() {
    Layer zero =
        new Layer(
            List.of("engineer-a"),
            null,
            LocalDateTime.parse("2026-01-05T09:00"),
            null,
            Duration.ZERO,
            null);
    assertThat(
            onCall(rota(zero, daily(7, null))).holder(ROLE, Instant.parse("2026-02-02T00:00:00Z")))
        .isEmpty();
  }

  private static List<String> said(OnCall onCall, Interval window) {
    return onCall.shifts(ROLE, window).stream()
        .map(shift -> shift.when().from() + " " + shift.person() + " by " + shift.holder().why())
        .toList();
  }

  private static CalendarFiles files(String... events) {
    return CalendarFiles.read(Map.of("on-call.ics", Ics.calendar(events)));
  }
}

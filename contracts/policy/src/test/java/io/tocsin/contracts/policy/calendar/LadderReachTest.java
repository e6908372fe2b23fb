package io.tocsin.contracts.policy.calendar;

import static io.tocsin.contracts.policy.calendar.Team.ROLE;
import static io.tocsin.contracts.policy.calendar.Team.daily;
import static io.tocsin.contracts.policy.calendar.Team.interval;
import static io.tocsin.contracts.policy.calendar.Team.rota;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.contracts.events.Channel;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whether a P1 can reach somebody at every minute. */
@Tag("RUN-08.2")
@Tag("RUN-13")
class LadderReachTest {
  private static final Interval AHEAD = LadderReach.ahead(Instant.parse("2026-02-01T12:00:30Z"));
  private static final Span DAY =
      new Span(Set.of(), LocalTime.parse("07:00"), LocalTime.parse("19:00"));
  private static final Span NIGHT =
      new Span(Set.of(), LocalTime.parse("19:00"), LocalTime.parse("07:00"));

  @Test
  void theWindowIsNinetyDaysFromThisMinute() {
    assertThat(AHEAD).isEqualTo(interval("2026-02-01T12:00:00Z", "2026-05-02T12:00:00Z"));
  }

  @Test
  void twoRungsMayShareTheDayDaylightSavingIncluded() {
    OnCall onCall = roles(daily(7, DAY, "engineer-a"), daily(7, NIGHT, "engineer-b"));
    assertThat(LadderReach.firstSilence(onCall, calls(Channel.PHONE), AHEAD)).isEmpty();
  }

  @Test
  void aMinuteThatNeitherCoversIsFound() {
    Span nightsButNotFriday =
        new Span(
            Set.of(
                DayOfWeek.SATURDAY,
                DayOfWeek.SUNDAY,
                DayOfWeek.MONDAY,
                DayOfWeek.TUESDAY,
                DayOfWeek.WEDNESDAY,
                DayOfWeek.THURSDAY),
            LocalTime.parse("19:00"),
            LocalTime.parse("07:00"));
    OnCall onCall = roles(daily(7, DAY, "engineer-a"), daily(7, nightsButNotFriday, "engineer-b"));
    assertThat(LadderReach.firstSilence(onCall, calls(Channel.PHONE), AHEAD))
        .contains(interval("2026-02-06T17:00:00Z", "2026-02-07T05:00:00Z"));
  }

  @Test
  void somebodyWithoutTheRungsMethodReachesNobody() {
    OnCall onCall = roles(daily(7, null, "engineer-c"), daily(7, NIGHT, "engineer-b"));
    assertThat(LadderReach.firstSilence(onCall, calls(Channel.PHONE), AHEAD))
        .contains(interval("2026-02-01T12:00:00Z", "2026-02-01T17:00:00Z"));
    assertThat(LadderReach.firstSilence(onCall, calls(Channel.SLACK), AHEAD)).isEmpty();
  }

  @Test
  void aContactWithAMethodOfItsOwnNeedsNobodyOnCall() {
    List<LadderReach.Call> ladder =
        List.of(new LadderReach.Call("on-call", List.of(Channel.PAGERDUTY), true));
    assertThat(LadderReach.firstSilence(roles(), ladder, AHEAD)).isEmpty();
  }

  @Test
  void aLadderWithoutRungsReachesNobodyAtAll() {
    assertThat(LadderReach.firstSilence(roles(), List.of(), AHEAD)).contains(AHEAD);
  }

  @Test
  void aLiveRoleIsTakenToBeHeldUntilItIsRead() {
    OnCall onCall = Team.onCall(Team.live());
    List<LadderReach.Call> ladder =
        List.of(new LadderReach.Call(ROLE, List.of(Channel.PHONE), false));
    assertThat(LadderReach.firstSilence(onCall, ladder, AHEAD)).isEmpty();
  }

  private static List<LadderReach.Call> calls(Channel by) {
    return List.of(
        new LadderReach.Call("role-1", List.of(by), false),
        new LadderReach.Call("role-2", List.of(by), false));
  }

  private static OnCall roles(Layer... layers) {
    Map<String, Rota> rotas =
        layers.length == 0
            ? Map.of()
            : Map.of("role-1", rota(layers[0]), "role-2", rota(layers[1]));
    return new OnCall(Team.PEOPLE, rotas, CalendarFiles.NONE, OnCallBook.EMPTY);
  }
}

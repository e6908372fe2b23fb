package io.tocsin.contracts.policy.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.policy.yaml.Flaw;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What {@code policy check} says of people and of business hours. */
class PeopleAndHoursCheckTest {
  private static final Instant NOW = Instant.parse("2026-02-01T12:00:00Z");
  private static final Set<DayOfWeek> SUNDAY = Set.of(DayOfWeek.SUNDAY);

  @Test
  @Tag("RUN-08.2")
  void aPersonWithoutAnyMethodCannotBeReached() {
    Person nobody = new Person("Nobody", null, new Methods(null, null, null, null), List.of());
    assertThat(PeopleCheck.flaws(Map.of("engineer-x", nobody)))
        .extracting(Flaw::where, Flaw::component, Flaw::message)
        .containsExactly(tuple(nobody, "methods", "'engineer-x' cannot be reached"));
  }

  @Test
  @Tag("RUN-08.2")
  void aRuleCallsByAMethodThatThePersonHas() {
    NotifyRule rule = new NotifyRule(Channel.PHONE, Duration.ZERO);
    Person person = new Person("X", null, Team.slack("@x"), List.of(rule));
    assertThat(PeopleCheck.flaws(Map.of("engineer-x", person)))
        .extracting(Flaw::where, Flaw::component, Flaw::message)
        .containsExactly(tuple(rule, "by", "'engineer-x' has no phone"));
  }

  @Test
  @Tag("RUN-08.2")
  void theFirstCallComesAtOnce() {
    NotifyRule rule = new NotifyRule(Channel.SLACK, Duration.ofMinutes(1));
    Person person = new Person("X", null, Team.slack("@x"), List.of(rule));
    assertThat(PeopleCheck.flaws(Map.of("engineer-x", person)))
        .extracting(Flaw::where, Flaw::component, Flaw::remedy)
        .containsExactly(tuple(rule, "after", "leave 'after' out of the first call, or write 0s"));
  }

  @Test
  @Tag("RUN-08.2")
  void peopleWhoCanBeCalledAreFine() {
    assertThat(PeopleCheck.flaws(Team.PEOPLE)).isEmpty();
  }

  @Test
  @Tag("RUN-13")
  void soundHoursAreFine() {
    assertThat(flaws(week(SUNDAY, "09:00", "17:00", null))).isEmpty();
    assertThat(flaws(week(SUNDAY, "18:00", "00:00", null))).isEmpty();
  }

  @Test
  @Tag("RUN-13")
  void hoursNeedDaysAndBothEnds() {
    assertThat(flaws(week(Set.of(), null, null, null)))
        .extracting(Flaw::component)
        .containsExactly("days", "from", "to");
  }

  @Test
  @Tag("RUN-13")
  void hoursThatEndBeforeTheyBeginAreASlip() {
    assertThat(flaws(week(SUNDAY, "17:00", "09:00", null)))
        .extracting(Flaw::component, Flaw::message)
        .containsExactly(tuple("to", "work ends before it begins"));
  }

  @Test
  @Tag("RUN-13")
  void aSpanIsCheckedWhereItStands() {
    Span span = new Span(SUNDAY, LocalTime.NOON, LocalTime.NOON);
    WorkingWeek week = new WorkingWeek(Team.CAIRO, Set.of(), null, null, List.of(span), null);
    assertThat(flaws(week)).extracting(Flaw::where).containsExactly(span);
  }

  @Test
  @Tag("RUN-13")
  void holidaysMustBeThere() {
    assertThat(flaws(week(SUNDAY, "09:00", "17:00", "holiday.ics")))
        .extracting(Flaw::component, Flaw::message)
        .containsExactly(tuple("holidays", "there is no such file in this folder"));
  }

  @Test
  @Tag("RUN-13")
  void holidaysWithoutEndAreNoticed() {
    CalendarFiles files =
        CalendarFiles.read(
            Map.of(
                "h.ics",
                Ics.calendar(
                    Ics.event("SUMMARY:x", "DTSTART;VALUE=DATE:20260101", "RRULE:FREQ=DAILY"))));
    assertThat(HoursCheck.ahead(week(SUNDAY, "09:00", "17:00", "h.ics"), files, NOW))
        .extracting(Flaw::message)
        .containsExactly("nobody is at work on any day of the coming year");
  }

  private static List<Flaw> flaws(WorkingWeek week) {
    return HoursCheck.flaws(week, CalendarFiles.NONE);
  }

  private static WorkingWeek week(
      Set<DayOfWeek> days, @Nullable String from, @Nullable String to, @Nullable String holidays) {
    return new WorkingWeek(
        Team.CAIRO,
        days,
        from == null ? null : LocalTime.parse(from),
        to == null ? null : LocalTime.parse(to),
        List.of(),
        holidays);
  }
}

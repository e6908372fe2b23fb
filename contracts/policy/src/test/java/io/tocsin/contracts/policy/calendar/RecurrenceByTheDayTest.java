package io.tocsin.contracts.policy.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

/** Recurring whole days against a calendar that is looked at every day. */
@Tag("RUN-13")
class RecurrenceByTheDayTest {

  /** An event that comes every so many days, weeks, months or years, and when it is asked for. */
  record Case(
      LocalDate start, String frequency, int interval, Set<DayOfWeek> days, int until, int asked) {

    String rule() {
      String byDay =
          frequency.equals("WEEKLY")
              ? ";BYDAY="
                  + weekdays().stream()
                      .map(day -> day.name().substring(0, 2))
                      .collect(Collectors.joining(","))
              : "";
      return "RRULE:FREQ=%s;INTERVAL=%d;UNTIL=%s%s"
          .formatted(frequency, interval, text(start.plusDays(until)), byDay);
    }

    Set<DayOfWeek> weekdays() {
      Set<DayOfWeek> all = EnumSet.of(start.getDayOfWeek());
      all.addAll(days);
      return all;
    }

    boolean comesOn(LocalDate day) {
      if (day.isBefore(start) || day.isAfter(start.plusDays(until))) {
        return false;
      }
      return switch (frequency) {
        case "DAILY" -> ChronoUnit.DAYS.between(start, day) % interval == 0;
        case "WEEKLY" ->
            weekdays().contains(day.getDayOfWeek())
                && ChronoUnit.WEEKS.between(monday(start), monday(day)) % interval == 0;
        case "MONTHLY" ->
            day.getDayOfMonth() == start.getDayOfMonth() && months(day) % interval == 0;
        default ->
            day.getDayOfMonth() == start.getDayOfMonth() && months(day) % (12L * interval) == 0;
      };
    }

    private long months(LocalDate day) {
      return Period.between(start.withDayOfMonth(1), day.withDayOfMonth(1)).toTotalMonths();
    }

    private static LocalDate monday(LocalDate day) {
      return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
  }

  @Provide
  Arbitrary<Case> cases() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 1500).map(LocalDate.parse("2023-01-01")::plusDays),
            Arbitraries.of("DAILY", "WEEKLY", "MONTHLY", "YEARLY"),
            Arbitraries.integers().between(1, 4),
            Arbitraries.of(DayOfWeek.class).set().ofMaxSize(3),
            Arbitraries.integers().between(0, 4000),
            Arbitraries.integers().between(-30, 3000))
        .as(Case::new);
  }

  @Property(tries = 500)
  void comesOnTheDaysThatItsRuleSays(@ForAll("cases") Case given) {
    Feed feed =
        Ics.feed(Ics.event("SUMMARY:x", "DTSTART;VALUE=DATE:" + text(given.start()), given.rule()));
    assertThat(feed.faults()).isEmpty();
    LocalDate first = given.start().plusDays(given.asked());
    Interval window =
        Interval.of(first.atStartOfDay(ZoneOffset.UTC).toInstant(), Duration.ofDays(90));
    List<LocalDate> found =
        feed.occurrences(window, ZoneOffset.UTC).stream()
            .map(each -> each.when().from().atZone(ZoneOffset.UTC).toLocalDate())
            .toList();
    assertThat(found)
        .as(given.rule())
        .containsExactlyElementsOf(
            first.datesUntil(first.plusDays(90)).filter(given::comesOn).toList());
  }

  private static String text(LocalDate day) {
    return DateTimeFormatter.BASIC_ISO_DATE.format(day);
  }
}

package io.tocsin.contracts.policy;

import io.tocsin.contracts.policy.yaml.Flaw;
import io.tocsin.contracts.policy.yaml.Least;
import io.tocsin.contracts.policy.yaml.Says;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** {@code business-hours} (RUN-13), as they are written. */
@Says("when the team is at work")
record HoursSection(
    @Says("the team's time zone") ZoneId zone,
    @Says("a team works on one day at least") @Least(1) Set<DayOfWeek> days,
    @Says("when work begins") LocalTime from,
    @Says("the first minute after work") LocalTime to) {

  BusinessHours hours() {
    return days.isEmpty() || !from.isBefore(to)
        ? new BusinessHours(zone, EnumSet.allOf(DayOfWeek.class), LocalTime.MIN, LocalTime.MAX)
        : new BusinessHours(zone, days, from, to);
  }

  List<Flaw> flaws() {
    return from.isBefore(to)
        ? List.of()
        : List.of(new Flaw(this, "to", "work ends before it begins", "put 'to' after 'from'"));
  }
}

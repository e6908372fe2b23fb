package io.tocsin.contracts.policy.calendar;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a live source said of one role.
 *
 * @param shifts by person's id; the plan, as far as it was asked for
 * @param covers what was asked for: within it, nobody means nobody
 * @param at when it was read
 */
public record Reading(String role, List<Planned> shifts, Interval covers, Instant at) {
  public Reading {
    shifts =
        shifts.stream().sorted(Comparator.comparing(planned -> planned.when().from())).toList();
  }

  /** One shift of the source's plan. */
  public record Planned(String person, Interval when) {}

  /** The last one of the plan to hold the role. */
  Optional<String> last() {
    return shifts.stream()
        .max(Comparator.comparing(planned -> planned.when().to()))
        .map(Planned::person);
  }
}

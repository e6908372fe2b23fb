package io.tocsin.contracts.policy.calendar;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who holds the role for a while, whoever's turn it is; a later one of the list lies over
 * an earlier one.
 *
 * @param from local time of the rota's zone
 * @param to the first minute after it
 */
public record RotaOverride(
    String person, LocalDateTime from, LocalDateTime to, @Nullable String because) {

  boolean lasts() {
    return to.isAfter(from);
  }

  Interval when(LocalClock clock) {
    return new Interval(clock.first(from), clock.last(to));
  }
}

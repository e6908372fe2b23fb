package io.tocsin.contracts.policy.calendar;

import io.tocsin.contracts.policy.yaml.As;
import io.tocsin.contracts.policy.yaml.Form;
import io.tocsin.contracts.policy.yaml.Says;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who holds the role for a while, whoever's turn it is; a later one of the list lies over
 * an earlier one.
 *
 * @param from local time of the rota's zone
 * @param to the first minute after it
 */
@Says("somebody who holds the role for a while")
public record RotaOverride(
    @Says("the person") @As(Form.NAME) String person,
    @Says("local time of its beginning") LocalDateTime from,
    @Says("the first minute after it") LocalDateTime to,
    @Says("why") @Nullable String because) {

  boolean lasts() {
    return to.isAfter(from);
  }

  Interval when(LocalClock clock) {
    return new Interval(clock.first(from), clock.last(to));
  }
}

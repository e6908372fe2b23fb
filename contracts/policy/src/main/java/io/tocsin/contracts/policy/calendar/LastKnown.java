package io.tocsin.contracts.policy.calendar;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How much is known of a live role.
 *
 * @param holder who holds it by the reading; null: nobody
 * @param asOf when that was read
 * @param planned whether the reading reaches as far as now; else this is who held the role last
 * @param outage null while the source answers
 */
public record LastKnown(
    @Nullable String holder, Instant asOf, boolean planned, @Nullable Outage outage) {

  /** How old the reading is. */
  public Duration age(Instant now) {
    return Duration.between(asOf, now);
  }
}

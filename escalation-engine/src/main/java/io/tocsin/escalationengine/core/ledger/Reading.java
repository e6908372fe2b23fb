package io.tocsin.escalationengine.core.ledger;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the ledger has read.
 *
 * @param asOf all that was in Kafka by then has been read; null while that is not known
 * @param steadySince since when it has followed without a gap: after a start or an outage whoever
 *     decides is given time to catch up too
 * @param lag records that were there and are not read yet
 */
public record Reading(@Nullable Instant asOf, @Nullable Instant steadySince, long lag) {
  /** Longer than this without knowing is a gap. */
  private static final Duration GAP = Duration.ofSeconds(15);

  public static final Reading NONE = new Reading(null, null, 0);

  /** All that was there at {@code now} has been read. */
  public Reading caughtUp(Instant now) {
    boolean steady = asOf != null && steadySince != null && now.isBefore(asOf.plus(GAP));
    return new Reading(now, steady ? steadySince : now, 0);
  }

  public Reading behind(long records) {
    return new Reading(asOf, steadySince, records);
  }
}

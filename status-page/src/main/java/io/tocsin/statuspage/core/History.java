package io.tocsin.statuspage.core;

import java.time.Duration;

/**
 * How much of the past is kept, so that memory is bounded however long the page runs.
 *
 * @param keptFor how long an incident stays after its end
 * @param keptAtMost how many that ended stay, the latest ones, of those that are public and of
 *     those that are not
 */
public record History(Duration keptFor, int keptAtMost) {
  public History {
    if (keptFor.isNegative() || keptAtMost < 0) {
      throw new IllegalArgumentException("a history cannot be less than nothing");
    }
  }
}

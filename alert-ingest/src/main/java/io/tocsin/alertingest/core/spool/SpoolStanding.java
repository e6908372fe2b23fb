package io.tocsin.alertingest.core.spool;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What waits on disk for Kafka.
 *
 * @param records alerts, and what was put aside
 * @param bytes on disk, with what was taken from the file that is being emptied
 * @param oldest when the first of them was accepted; absent when nothing waits
 */
public record SpoolStanding(long records, long bytes, @Nullable Instant oldest) {
  public static final SpoolStanding EMPTY = new SpoolStanding(0, 0, null);

  /** How long the first of them has waited. */
  public Duration age(Instant now) {
    return oldest == null || now.isBefore(oldest) ? Duration.ZERO : Duration.between(oldest, now);
  }
}

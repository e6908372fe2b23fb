package io.tocsin.escalationengine.core;

import java.time.Duration;
import java.time.Instant;

/** A time in which we could not act: from our last sign of life to when we were ready again. */
public record Outage(Instant from, Instant to) {
  /** Longer than this and the ladder begins anew. */
  public static final Duration LONG = Duration.ofMinutes(5);

  public boolean isLong() {
    return Duration.between(from, to).compareTo(LONG) > 0;
  }

  /** Whether a deadline passed while nobody was there to see it. */
  public boolean hid(Instant deadline) {
    return !deadline.isBefore(from) && !deadline.isAfter(to);
  }
}

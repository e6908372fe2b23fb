package io.tocsin.sandbox.edge.page;

import java.time.Duration;
import java.time.Instant;

/** How long ago something was, for people. */
final class Age {
  private Age() {}

  /** {@code 12 s ago}, {@code 3 min 5 s ago}, {@code 2 h 10 min ago}. */
  static String of(Instant then, Instant now) {
    return words(Duration.between(then, now)) + " ago";
  }

  /** {@code 12 s}, {@code 3 min 5 s}, {@code 2 h 10 min}. */
  static String words(Duration length) {
    long seconds = Math.max(0, length.toSeconds());
    if (seconds < 60) {
      return seconds + " s";
    }
    return seconds < 3_600
        ? "%d min %d s".formatted(seconds / 60, seconds % 60)
        : "%d h %d min".formatted(seconds / 3_600, seconds / 60 % 60);
  }
}

package io.tocsin.statuspage.core;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How old what is published may be.
 *
 * @param knownAt until when all that happened is known; null when nothing was ever known
 */
public record Freshness(@Nullable Instant knownAt) {
  /** Silence longer than this is said on the page. */
  public static final Duration PATIENCE = Duration.ofSeconds(60);

  public boolean isFresh(Instant now) {
    return Optional.ofNullable(knownAt)
        .filter(known -> !known.plus(PATIENCE).isBefore(now))
        .isPresent();
  }
}

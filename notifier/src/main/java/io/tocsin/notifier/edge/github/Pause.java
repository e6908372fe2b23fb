package io.tocsin.notifier.edge.github;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/** How long GitHub asked us to be silent: whoever calls all the same is shut out for longer. */
final class Pause {
  private static final Duration UNSAID = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofHours(1);

  private final InstantSource clock;
  private Instant until = Instant.MIN;

  Pause(InstantSource clock) {
    this.clock = clock;
  }

  /** Until when nothing may be asked, if it is not over. */
  synchronized Optional<Instant> current() {
    return Optional.of(until).filter(end -> end.isAfter(clock.instant()));
  }

  /**
   * Hears a refusal.
   *
   * @return whether it asks us to wait
   */
  synchronized boolean heard(int status, Headers headers, String said) {
    Duration wait = status == 403 || status == 429 ? wait(headers, said) : null;
    if (wait == null) {
      return false;
    }
    Duration bounded = wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    Instant end = clock.instant().plus(bounded);
    until = end.isAfter(until) ? end : until;
    return true;
  }

  private @Nullable Duration wait(Headers headers, String said) {
    Long after = number(headers.get("Retry-After"));
    if (after != null) {
      return Duration.ofSeconds(after);
    }
    Long reset = number(headers.get("x-ratelimit-reset"));
    if ("0".equals(headers.get("x-ratelimit-remaining")) && reset != null) {
      Duration left = Duration.between(clock.instant(), Instant.ofEpochSecond(reset));
      return left.isNegative() ? Duration.ofSeconds(1) : left;
    }
    return said.contains("secondary rate limit") ? UNSAID : null;
  }

  private static @Nullable Long number(@Nullable String text) {
    return text != null && text.matches("\\d{1,12}") ? Long.valueOf(text) : null;
  }
}

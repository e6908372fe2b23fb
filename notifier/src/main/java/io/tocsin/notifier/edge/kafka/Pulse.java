package io.tocsin.notifier.edge.kafka;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Whether a provider goes on answering. While it does, what waits in its lane waits for us alone,
 * and to give it up would only make more work.
 */
final class Pulse {
  private static final Duration QUICK = Duration.ofSeconds(3);
  private static final Duration LATELY = Duration.ofSeconds(5);

  private final AtomicLong lastBeat = new AtomicLong(System.nanoTime() - LATELY.toNanos());

  /** An answer came to what was begun at {@code nanos}. */
  void answered(long nanos) {
    long now = System.nanoTime();
    if (now - nanos <= QUICK.toNanos()) {
      lastBeat.set(now);
    }
  }

  /** Whether no answer came quickly for a while. */
  boolean isGone() {
    return System.nanoTime() - lastBeat.get() >= LATELY.toNanos();
  }
}

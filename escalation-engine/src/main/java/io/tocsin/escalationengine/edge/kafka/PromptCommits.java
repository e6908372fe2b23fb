package io.tocsin.escalationengine.edge.kafka;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Whose turn it is to commit before the regular time: once in 25 ms for all tasks together, because
 * a commit covers them all and costs the same for one record as for a thousand.
 */
final class PromptCommits {
  static final Duration SOONEST = Duration.ofMillis(25);

  private final LongSupplier nanos;
  private final AtomicLong last;

  /**
   * @param nanos monotonic
   */
  PromptCommits(LongSupplier nanos) {
    this.nanos = nanos;
    this.last = new AtomicLong(nanos.getAsLong() - SOONEST.toNanos());
  }

  /** Whether whoever asks may commit now; if so, the next may 25 ms later. */
  boolean take() {
    long now = nanos.getAsLong();
    long before = last.get();
    return now - before >= SOONEST.toNanos() && last.compareAndSet(before, now);
  }
}

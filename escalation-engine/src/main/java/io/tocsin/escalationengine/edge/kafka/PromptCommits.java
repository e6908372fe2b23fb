package io.tocsin.escalationengine.edge.kafka;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Whose turn it is to commit before the regular time: once in 25 ms for all tasks of a stream
 * thread, because a commit covers them all and costs the same for one record as for a thousand.
 */
final class PromptCommits {
  static final Duration SOONEST = Duration.ofMillis(25);

  private final LongSupplier nanos;
  private final ThreadLocal<Turns> turns;

  /**
   * @param nanos monotonic
   */
  PromptCommits(LongSupplier nanos) {
    this.nanos = nanos;
    this.turns = ThreadLocal.withInitial(() -> new Turns(nanos.getAsLong() - SOONEST.toNanos()));
  }

  /** Whether whoever asks may commit now; if so, the next of this thread may 25 ms later. */
  boolean take() {
    return turns.get().take(nanos.getAsLong());
  }

  /** How many turns this thread has taken: each covers what was written before it. */
  long taken() {
    return turns.get().taken;
  }

  private static final class Turns {
    private long last;
    private long taken;

    Turns(long last) {
      this.last = last;
    }

    boolean take(long now) {
      if (now - last < SOONEST.toNanos()) {
        return false;
      }
      last = now;
      taken++;
      return true;
    }
  }
}

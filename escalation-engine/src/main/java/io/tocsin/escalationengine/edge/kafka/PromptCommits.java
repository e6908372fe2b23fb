package io.tocsin.escalationengine.edge.kafka;

import io.tocsin.contracts.runtime.CommitTimes;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Whose turn it is to commit before the regular time: for all tasks of a stream thread together,
 * because a commit covers them all and costs the same for one record as for a thousand. Between a
 * commit and the next turn lies twice the time that the commit took, and 25 ms at least: a thread
 * that Kafka keeps waiting decides for longer than it waits, and does not wait for each decision.
 */
final class PromptCommits implements CommitTimes {
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

  /** Whether whoever asks may commit now; if so, the next of this thread may some time later. */
  boolean take() {
    return turns.get().take(nanos.getAsLong());
  }

  /** How many turns and commits this thread has had: each covers what was written before it. */
  long covered() {
    return turns.get().covered;
  }

  /** The thread decides for twice as long, but not for longer than to the regular commit. */
  @Override
  public void took(Duration commit) {
    turns.get().committed(nanos.getAsLong(), 2 * commit.toNanos());
  }

  private static final class Turns {
    private long last;
    private long pause = SOONEST.toNanos();
    private long covered;

    Turns(long last) {
      this.last = last;
    }

    boolean take(long now) {
      if (now - last < pause) {
        return false;
      }
      last = now;
      covered++;
      return true;
    }

    void committed(long now, long wanted) {
      last = now;
      covered++;
      pause = Math.min(Math.max(wanted, SOONEST.toNanos()), EngineStreams.COMMIT.toNanos());
    }
  }
}

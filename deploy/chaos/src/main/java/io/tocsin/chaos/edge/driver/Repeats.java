package io.tocsin.chaos.edge.driver;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What is sent again: after pauses that double up to 8 s, each from half to one and a half of it as
 * the seed has it, and never more than 64 at a time. Who was away is not met by everything at once.
 */
final class Repeats {
  static final int AT_ONCE = 64;

  private static final long FIRST_MILLIS = 1_000;
  private static final int DOUBLINGS = 3;

  private final ScheduledExecutorService timer;
  private final long seed;
  private final Queue<Supplier<CompletableFuture<Void>>> due = new ArrayDeque<>();
  private int underWay;

  Repeats(ScheduledExecutorService timer, long seed) {
    this.timer = timer;
    this.seed = seed;
  }

  /**
   * Sends again after a pause, as soon as there is a place.
   *
   * @param token of the delivery
   * @param tries how often it was sent again already
   * @param sending done when it was answered, or was not
   */
  void later(String token, int tries, Supplier<CompletableFuture<Void>> sending) {
    var unused =
        timer.schedule(
            () -> {
              put(sending);
              next();
            },
            pause(token, tries).toMillis(),
            TimeUnit.MILLISECONDS);
  }

  /** The pause before {@code token} is sent again: the same in each run of the seed. */
  Duration pause(String token, int tries) {
    long usual = FIRST_MILLIS << Math.min(tries, DOUBLINGS);
    long chance = (seed * 31 + token.hashCode()) * 31 + tries;
    return Duration.ofMillis(usual / 2 + new SplittableRandom(chance).nextLong(usual));
  }

  private synchronized void put(Supplier<CompletableFuture<Void>> sending) {
    due.add(sending);
  }

  private void next() {
    Supplier<CompletableFuture<Void>> sending = taken();
    if (sending != null) {
      var unused = sending.get().whenComplete((done, failed) -> over());
    }
  }

  private synchronized @Nullable Supplier<CompletableFuture<Void>> taken() {
    if (underWay >= AT_ONCE || due.isEmpty()) {
      return null;
    }
    underWay++;
    return due.remove();
  }

  private void over() {
    synchronized (this) {
      underWay--;
    }
    next();
  }
}

package io.tocsin.chaos.edge.system;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waiting for something outside. */
public final class Patience {
  private static final Duration LOOK = Duration.ofMillis(50);

  private Patience() {}

  /** Whether {@code condition} came to hold within {@code atMost}. */
  public static boolean until(Duration atMost, BooleanSupplier condition) {
    long end = System.nanoTime() + atMost.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end || Thread.currentThread().isInterrupted()) {
        return false;
      }
      LockSupport.parkNanos(LOOK.toNanos());
    }
    return true;
  }

  /** Lets {@code time} pass. */
  public static void pass(Duration time) {
    boolean unused = until(time, () -> false);
  }
}

package io.tocsin.benchmarks.house;

import java.time.Duration;

/** Waits for something outside to come true. */
public final class Waiting {
  private static final Duration OFTEN = Duration.ofMillis(100);

  private Waiting() {}

  /** What may fail while it is asked. */
  @FunctionalInterface
  public interface Condition {
    boolean holds() throws Exception;
  }

  /** Whether {@code condition} came true within {@code patience}; a failure to ask is a no. */
  public static boolean until(Duration patience, Condition condition) throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    while (!holds(condition)) {
      if (System.nanoTime() > end) {
        return false;
      }
      Thread.sleep(OFTEN.toMillis());
    }
    return true;
  }

  private static boolean holds(Condition condition) throws InterruptedException {
    try {
      return condition.holds();
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception notYet) {
      return false;
    }
  }
}

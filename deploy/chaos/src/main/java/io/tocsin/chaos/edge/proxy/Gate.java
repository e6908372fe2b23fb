package io.tocsin.chaos.edge.proxy;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Where every piece waits for the weather. */
final class Gate {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private volatile Weather weather = Weather.CALM;
  private Duration delay = Duration.ZERO;

  void set(Weather next, Duration late) {
    lock.lock();
    try {
      weather = next;
      delay = late;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  Weather weather() {
    return weather;
  }

  /**
   * Returns when a piece may go on.
   *
   * @param outward from the process to whom it talks to
   */
  void pass(boolean outward) throws InterruptedException {
    if (weather == Weather.CALM) {
      return;
    }
    lock.lockInterruptibly();
    try {
      long left = weather == Weather.SLOW ? delay.toNanos() : 0;
      while (isShut(outward) || (weather == Weather.SLOW && left > 0)) {
        if (isShut(outward)) {
          changed.await();
        } else {
          left = changed.awaitNanos(left);
        }
      }
    } finally {
      lock.unlock();
    }
  }

  private boolean isShut(boolean outward) {
    return weather == Weather.BLACKHOLE || (weather == Weather.DEAF && !outward);
  }
}

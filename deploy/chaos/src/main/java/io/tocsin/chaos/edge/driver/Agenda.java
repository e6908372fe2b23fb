package io.tocsin.chaos.edge.driver;

import io.tocsin.chaos.edge.plan.Order;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/**
 * What is still to be done: each order waits for its time and for what it is about, and is tried
 * until it has come to an end.
 */
final class Agenda {
  private static final Duration LOOK = Duration.ofMillis(250);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final ScheduledExecutorService timer;
  private final AtomicInteger open = new AtomicInteger();
  private volatile boolean notWaiting;
  private volatile boolean givenUp;

  Agenda(ScheduledExecutorService timer) {
    this.timer = timer;
  }

  /**
   * Tries each of {@code orders} from its time on; does not wait.
   *
   * @param begun tries it, and says whether there was anything to try it on
   */
  void follow(List<Order> orders, Instant began, Predicate<Order> begun) {
    for (Order order : orders) {
      begin();
      schedule(() -> look(order, begun), Duration.between(Instant.now(), began.plus(order.at())));
    }
  }

  /** One more thing is under way. */
  void begin() {
    open.incrementAndGet();
  }

  private void look(Order order, Predicate<Order> begun) {
    if (begun.test(order)) {
      return;
    }
    if (notWaiting) {
      open.decrementAndGet();
    } else {
      schedule(() -> look(order, begun), LOOK);
    }
  }

  /** It was tried: that is its end, or {@code attempt} follows after a pause. */
  void tried(boolean wantedAgain, Runnable attempt) {
    if (!wantedAgain || givenUp) {
      open.decrementAndGet();
    } else {
      schedule(attempt, PAUSE);
    }
  }

  private void schedule(Runnable task, Duration in) {
    var unused = timer.schedule(task, Math.max(0, in.toMillis()), TimeUnit.MILLISECONDS);
  }

  /** How many have not come to an end. */
  int open() {
    return open.get();
  }

  /** From now on nobody waits for what there is not. */
  void giveUpWaiting() {
    notWaiting = true;
  }

  /** From now on nothing is tried again either. */
  void giveUp() {
    notWaiting = true;
    givenUp = true;
  }
}

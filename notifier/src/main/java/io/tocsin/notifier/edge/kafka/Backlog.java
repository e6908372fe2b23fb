package io.tocsin.notifier.edge.kafka;

import io.tocsin.contracts.runtime.Background;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds one channel's consumer back while too much waits to be sent: it goes on polling, so that it
 * stays in its group however slow the provider is, and takes nothing. What waits stays in Kafka;
 * pages among it are watched.
 */
final class Backlog implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Backlog.class);
  private static final long LOOK_MILLIS = 100;

  private final Desk desk;
  private final Valve valve;
  private final WaitingPages waiting;
  private volatile boolean held;
  private final ScheduledExecutorService watch;

  /** What takes notifications. */
  interface Valve {
    void pause();

    void resume();
  }

  /**
   * @param waiting watches while nothing is taken
   */
  Backlog(String name, Desk desk, Valve valve, WaitingPages waiting) {
    this.desk = desk;
    this.valve = valve;
    this.waiting = waiting;
    this.watch = Background.thread("notifier-" + name + "-backlog");
  }

  void start() {
    watch.scheduleWithFixedDelay(this::release, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** After a batch: too much? */
  synchronized void look() {
    if (!held && desk.isFull()) {
      held = true;
      valve.pause();
      log.warn(
          "{} wait for their turn and {} for another try: no more are taken until some are done",
          desk.backlog(),
          desk.owed());
    }
  }

  private void release() {
    if (!held) {
      return;
    }
    if (desk.hasRoom()) {
      waiting.close();
      synchronized (this) {
        held = false;
        valve.resume();
      }
    } else {
      waiting.look();
    }
  }

  @Override
  public void close() {
    watch.shutdownNow();
    try {
      watch.awaitTermination(1, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    waiting.close();
  }
}

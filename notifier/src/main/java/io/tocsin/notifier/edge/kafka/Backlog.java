package io.tocsin.notifier.edge.kafka;

import io.tocsin.notifier.edge.provider.Stripes;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Holds the consumers back while too much waits to be sent: they go on polling, so that they stay
 * in their group however slow a provider is, and take nothing.
 */
final class Backlog implements AutoCloseable {
  private static final long LOOK_MILLIS = 100;

  private final Stripes stripes;
  private final int limit;
  private volatile List<LaneConsumer> consumers = List.of();
  private volatile boolean held;
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "notifier-backlog");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * @param limit above it nothing is taken until half of it is left; one batch may go beyond
   */
  Backlog(Stripes stripes, int limit) {
    this.stripes = stripes;
    this.limit = limit;
  }

  void govern(List<LaneConsumer> governed) {
    consumers = governed;
  }

  void start() {
    watch.scheduleWithFixedDelay(this::release, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** After a batch: too much? */
  synchronized void look() {
    if (!held && stripes.backlog() > limit) {
      held = true;
      consumers.forEach(LaneConsumer::pause);
    }
  }

  private void release() {
    if (held) {
      synchronized (this) {
        if (stripes.backlog() <= limit / 2) {
          held = false;
          consumers.forEach(LaneConsumer::resume);
        }
      }
    }
  }

  @Override
  public void close() {
    watch.shutdownNow();
  }
}

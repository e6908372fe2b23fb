package io.tocsin.notifier.edge.provider;

import io.tocsin.contracts.events.IncidentId;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads from which one channel sends. What belongs to one incident forms a strand: page,
 * acknowledgement and resolution leave one after the other, in the order in which they came.
 * Strands wait for each other only while every thread is taken. The backlog is bounded by those who
 * submit: they pause while {@link #backlog()} is high.
 */
public final class Strands implements AutoCloseable {
  private static final long IDLE_SECONDS = 30;
  private static final long LOOK_MILLIS = 5;

  private final ThreadPoolExecutor threads;
  private final Map<IncidentId, Deque<Runnable>> strands = new HashMap<>();
  private final AtomicInteger backlog = new AtomicInteger();

  /**
   * @param channel whose threads they are, for their names
   * @param count how many strands may be under way at once
   */
  public Strands(String channel, int count) {
    AtomicInteger number = new AtomicInteger();
    threads =
        new ThreadPoolExecutor(
            count,
            count,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> {
              Thread thread =
                  new Thread(task, "notifier-" + channel + "-" + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
    threads.allowCoreThreadTimeOut(true);
  }

  /**
   * Runs {@code task} after everything of {@code incident} that was submitted before.
   *
   * @throws RejectedExecutionException after the end
   */
  public void submit(IncidentId incident, Runnable task) {
    backlog.incrementAndGet();
    synchronized (strands) {
      Deque<Runnable> strand = strands.get(incident);
      if (strand != null) {
        strand.addLast(task);
        return;
      }
      strands.put(incident, new ArrayDeque<>());
    }
    execute(incident, task);
  }

  private void execute(IncidentId incident, Runnable task) {
    threads.execute(
        () -> {
          try {
            task.run();
          } finally {
            backlog.decrementAndGet();
            next(incident);
          }
        });
  }

  /** The strand's next goes behind what other strands have waiting. */
  private void next(IncidentId incident) {
    Runnable following;
    synchronized (strands) {
      following = strands.getOrDefault(incident, new ArrayDeque<>()).pollFirst();
      if (following == null) {
        strands.remove(incident);
        return;
      }
    }
    if (!threads.isShutdown()) {
      execute(incident, following);
    }
  }

  /** How many tasks wait or run. */
  public int backlog() {
    return backlog.get();
  }

  /** Lets what was submitted finish, at most for {@code patience}, and interrupts the rest. */
  public void drain(Duration patience) throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    while (backlog.get() > 0 && System.nanoTime() < deadline) {
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
    }
    close();
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}

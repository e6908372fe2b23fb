package io.tocsin.notifier.edge.provider;

import io.tocsin.contracts.events.IncidentId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A pool of single-thread stripes: everything of one incident takes the same stripe, so that its
 * page, acknowledgement and resolution leave in the order in which they came. The backlog is
 * bounded by those who submit: they pause while {@link #backlog()} is high.
 */
public final class Stripes implements AutoCloseable {
  private static final long IDLE_SECONDS = 30;

  private final List<ThreadPoolExecutor> stripes = new ArrayList<>();
  private final AtomicInteger backlog = new AtomicInteger();

  public Stripes(int count) {
    for (int i = 0; i < count; i++) {
      stripes.add(stripe(i));
    }
  }

  private static ThreadPoolExecutor stripe(int number) {
    ThreadPoolExecutor stripe =
        new ThreadPoolExecutor(
            1,
            1,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> {
              Thread thread = new Thread(task, "notifier-stripe-" + number);
              thread.setDaemon(true);
              return thread;
            });
    stripe.allowCoreThreadTimeOut(true);
    return stripe;
  }

  /** Runs {@code task} after everything of {@code incident} that was submitted before. */
  public void submit(IncidentId incident, Runnable task) {
    backlog.incrementAndGet();
    stripes
        .get(Math.floorMod(incident.hashCode(), stripes.size()))
        .execute(
            () -> {
              try {
                task.run();
              } finally {
                backlog.decrementAndGet();
              }
            });
  }

  /** How many tasks wait or run. */
  public int backlog() {
    return backlog.get();
  }

  /** Lets what was submitted finish, at most for {@code patience}, and interrupts the rest. */
  public void drain(Duration patience) throws InterruptedException {
    stripes.forEach(ThreadPoolExecutor::shutdown);
    long deadline = System.nanoTime() + patience.toNanos();
    for (ThreadPoolExecutor stripe : stripes) {
      if (!stripe.awaitTermination(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
        stripe.shutdownNow();
      }
    }
  }

  @Override
  public void close() {
    stripes.forEach(ThreadPoolExecutor::shutdownNow);
  }
}

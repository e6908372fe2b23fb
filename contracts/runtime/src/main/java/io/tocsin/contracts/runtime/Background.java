package io.tocsin.contracts.runtime;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** Work that a service does beside its requests and records: a thread of its own, by name. */
public final class Background {
  private Background() {}

  /**
   * One thread that lets the JVM end; whoever asks for it shuts it down.
   *
   * @param name the thread's, as a thread dump and the log show it
   */
  public static ScheduledExecutorService thread(String name) {
    return Executors.newSingleThreadScheduledExecutor(
        task -> {
          Thread thread = new Thread(task, name);
          thread.setDaemon(true);
          return thread;
        });
  }
}

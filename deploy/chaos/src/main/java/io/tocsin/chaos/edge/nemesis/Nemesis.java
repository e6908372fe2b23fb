package io.tocsin.chaos.edge.nemesis;

import io.tocsin.chaos.core.Fault;
import io.tocsin.chaos.edge.plan.Mishap;
import io.tocsin.chaos.edge.system.Installation;
import io.tocsin.chaos.edge.system.Patience;
import io.tocsin.chaos.edge.system.Target;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Lets what is planned happen, each mishap on a thread of its own, and heals all of it. */
public final class Nemesis {
  private static final Duration LONGEST = Duration.ofMinutes(6);

  private final Installation installation;
  private final long seed;
  private final Mischief mischief;
  private final Queue<Fault> log = new ConcurrentLinkedQueue<>();
  private final Queue<String> failures = new ConcurrentLinkedQueue<>();
  private final List<Thread> threads = new ArrayList<>();

  public Nemesis(Installation installation, Provider provider, long seed) {
    this.installation = installation;
    this.seed = seed;
    this.mischief = new Mischief(installation, provider);
  }

  /** Begins; does not wait. */
  public void begin(List<Mishap> mishaps, Instant began) {
    for (Mishap mishap : mishaps) {
      Thread thread = new Thread(() -> happen(mishap, began), "mishap-" + mishap.target().label());
      thread.setDaemon(true);
      threads.add(thread);
      thread.start();
    }
  }

  private void happen(Mishap mishap, Instant began) {
    Patience.pass(Duration.between(Instant.now(), began.plus(mishap.at())));
    Instant from = Instant.now();
    try {
      mischief.begin(mishap);
      Patience.pass(mishap.lasts());
      mischief.end(mishap);
      installation.awaitReady(List.of(mishap.target()));
    } catch (IOException | RuntimeException e) {
      failures.add(mishap + ": " + e.getMessage());
    } finally {
      log.add(new Fault(mishap.kind(), mishap.target().label(), from, Instant.now(), seed));
    }
  }

  /**
   * Waits until every mishap is over and every process is ready again.
   *
   * @throws IOException when one does not come back
   */
  public void awaitHealed() throws IOException {
    try {
      for (Thread thread : threads) {
        thread.join(LONGEST.toMillis());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
    if (!failures.isEmpty()) {
      throw new IOException("not healed: " + String.join("; ", failures));
    }
    installation.awaitReady(List.of(Target.values()));
  }

  /** What happened, by its beginning. */
  public List<Fault> log() {
    List<Fault> all = new ArrayList<>(log);
    all.sort(Comparator.comparing(Fault::from));
    return all;
  }
}

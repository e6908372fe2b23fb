package io.tocsin.notifier.edge.kafka;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Results that wait to be committed. They outlive any Kafka client: none is lost by a renewal. */
final class Results {
  private static final int BATCH = 1000;
  private static final long LOOK_MILLIS = 200;

  private final LinkedBlockingQueue<Result> waiting = new LinkedBlockingQueue<>();
  private final List<Result> taken = new ArrayList<>();

  void add(Result result) {
    waiting.add(result);
  }

  /** The next to commit: the same again until {@link #committed()}; empty when there is none. */
  synchronized List<Result> next() throws InterruptedException {
    if (taken.isEmpty()) {
      Result first = waiting.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
      if (first != null) {
        taken.add(first);
        waiting.drainTo(taken, BATCH - 1);
      }
    }
    return List.copyOf(taken);
  }

  synchronized void committed() {
    taken.forEach(result -> result.whenCommitted().run());
    taken.clear();
  }

  synchronized boolean isEmpty() {
    return taken.isEmpty() && waiting.isEmpty();
  }
}

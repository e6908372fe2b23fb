package io.tocsin.notifier.edge.kafka;

import io.tocsin.contracts.events.Canary;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.core.KafkaTemplate;

/**
 * Commits what has gathered, delivery and receipt in one transaction, at most once an interval. A
 * transaction that failed is tried again until it succeeds: a receipt may come twice, never not at
 * all.
 */
final class ResultFlusher implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(ResultFlusher.class);
  private static final long AGAIN_MILLIS = 500;

  private final Results results;
  private final KafkaTemplate<String, byte[]> template;
  private final Duration interval;
  private final Thread thread = new Thread(this::run, "notifier-results");
  private volatile boolean open = true;

  ResultFlusher(Results results, KafkaTemplate<String, byte[]> template, Duration interval) {
    this.results = results;
    this.template = template;
    this.interval = interval;
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  boolean isRunning() {
    return thread.isAlive();
  }

  private void run() {
    try {
      while (open) {
        List<Result> batch = results.next();
        if (!batch.isEmpty()) {
          TimeUnit.MILLISECONDS.sleep(commit(batch) ? interval.toMillis() : AGAIN_MILLIS);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean commit(List<Result> batch) {
    try {
      template.executeInTransaction(operations -> write(operations, batch));
      results.committed();
      return true;
    } catch (KafkaException | org.springframework.kafka.KafkaException e) {
      if (open) {
        log.warn("{} results could not be committed; trying again", batch.size(), e);
      }
      return false;
    }
  }

  private static boolean write(KafkaOperations<String, byte[]> operations, List<Result> batch) {
    for (Result result : batch) {
      Outgoing.delivery(operations, result.delivery());
      Outgoing.receipt(operations, result.receipt());
      if (Canary.of(result.receipt().incident()).isPresent()) {
        Outgoing.forgotten(operations, result.delivery());
      }
    }
    return true;
  }

  /** Waits until nothing waits any more, at most for {@code patience}. */
  void drain(Duration patience) throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    while (!results.isEmpty() && System.nanoTime() < deadline) {
      TimeUnit.MILLISECONDS.sleep(5);
    }
  }

  @Override
  public void close() {
    open = false;
    thread.interrupt();
    try {
      thread.join(TimeUnit.SECONDS.toMillis(5));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

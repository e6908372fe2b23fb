package io.tocsin.alertingest.edge.kafka;

import io.tocsin.contracts.runtime.Background;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Waits without holding a thread for what cannot be begun right now, and not for long. */
final class Patience implements AutoCloseable {
  private static final Duration LONGEST = Duration.ofMillis(1500);
  private static final Duration PAUSE = Duration.ofMillis(50);

  private final ScheduledExecutorService later = Background.thread("publish-later");

  /**
   * The first that {@code attempt} begins.
   *
   * @param attempt empty when it cannot be begun yet
   * @return failed with {@link KafkaAway} when it could not be begun at all
   */
  CompletableFuture<?> until(Supplier<Optional<CompletableFuture<?>>> attempt) {
    Optional<CompletableFuture<?>> begun = attempt.get();
    if (begun.isPresent()) {
      return begun.get();
    }
    CompletableFuture<Object> outcome = new CompletableFuture<>();
    again(attempt, outcome, System.nanoTime() + LONGEST.toNanos());
    return outcome;
  }

  private void again(
      Supplier<Optional<CompletableFuture<?>>> attempt,
      CompletableFuture<Object> outcome,
      long deadline) {
    if (System.nanoTime() - deadline > 0) {
      outcome.completeExceptionally(new KafkaAway("Kafka is not there", null));
      return;
    }
    try {
      later.schedule(
          () -> attempt(attempt, outcome, deadline), PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      outcome.completeExceptionally(new KafkaAway("the service is being stopped", e));
    }
  }

  private void attempt(
      Supplier<Optional<CompletableFuture<?>>> attempt,
      CompletableFuture<Object> outcome,
      long deadline) {
    try {
      Optional<CompletableFuture<?>> begun = attempt.get();
      if (begun.isEmpty()) {
        again(attempt, outcome, deadline);
        return;
      }
      var unused =
          begun
              .get()
              .whenComplete(
                  (sent, failed) -> {
                    if (failed == null) {
                      outcome.complete(sent);
                    } else {
                      outcome.completeExceptionally(failed);
                    }
                  });
    } catch (RuntimeException e) {
      outcome.completeExceptionally(e);
    }
  }

  @Override
  public void close() {
    later.shutdownNow();
  }
}

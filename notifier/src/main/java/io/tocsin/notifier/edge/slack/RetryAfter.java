package io.tocsin.notifier.edge.slack;

import io.tocsin.notifier.edge.provider.Answer;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * How long Slack asked to be left alone, by method. A short wait is waited, a long one is said
 * without a call, so that a page goes on by another way.
 */
final class RetryAfter {
  private static final Duration WAITED = Duration.ofSeconds(3);

  private final Map<String, Long> until = new ConcurrentHashMap<>();

  void note(String method, Duration wait) {
    if (!wait.isZero()) {
      until.put(method, System.nanoTime() + wait.toNanos());
    }
  }

  void await(String method) throws SlackSaid, InterruptedIOException {
    Long end = until.get(method);
    if (end == null) {
      return;
    }
    long left = end - System.nanoTime();
    if (left <= 0) {
      until.remove(method, end);
    } else if (left > WAITED.toNanos()) {
      throw new SlackSaid(
          Answer.Kind.BUSY,
          "ratelimited",
          "HTTP 429: Slack asked to be left alone for %d s more"
              .formatted(TimeUnit.NANOSECONDS.toSeconds(left) + 1),
          Duration.ZERO);
    } else {
      sleep(left);
    }
  }

  private static void sleep(long nanos) throws InterruptedIOException {
    try {
      TimeUnit.NANOSECONDS.sleep(nanos);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("given up while Slack's Retry-After was waited for");
    }
  }
}

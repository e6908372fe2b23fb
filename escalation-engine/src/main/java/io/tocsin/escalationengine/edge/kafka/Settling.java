package io.tocsin.escalationengine.edge.kafka;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds a task's timers after a start until what had come in before it has been read: an
 * acknowledgement that waited in its topic must be heard before a deadline is called missed. Never
 * longer than 15 s.
 */
final class Settling {
  private static final Logger log = LoggerFactory.getLogger(Settling.class);
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final CompletableFuture<Map<String, Long>> targets;
  private final Instant until;
  private final Map<String, Long> seen = new HashMap<>();
  private boolean settled;

  /**
   * @param targets for each input topic the offset of the last record that was there at the start
   */
  Settling(CompletableFuture<Map<String, Long>> targets, Instant now) {
    this.targets = targets;
    this.until = now.plus(PATIENCE);
  }

  void saw(String topic, long offset) {
    if (!settled) {
      seen.put(topic, offset);
    }
  }

  boolean isSettled(Instant now) {
    if (!settled) {
      settled = hasReadAll() || isOutOfPatience(now);
    }
    return settled;
  }

  private boolean hasReadAll() {
    return targets.isDone()
        && !targets.isCompletedExceptionally()
        && targets.join().entrySet().stream()
            .allMatch(target -> seen.getOrDefault(target.getKey(), -1L) >= target.getValue());
  }

  private boolean isOutOfPatience(Instant now) {
    if (now.isBefore(until)) {
      return false;
    }
    log.warn(
        "the backlog was not read within {} s; timers fire all the same", PATIENCE.toSeconds());
    return true;
  }
}

package io.tocsin.alertingest.core.canary;

import io.tocsin.contracts.events.Canary;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Which canaries are due: all at once to begin with, then one after the other, so that each
 * partition's turn comes once in a round. Turns that were missed are not made up for twice.
 */
public final class CanaryRounds {
  private final Duration step;
  private @Nullable Instant began;
  private long flown;

  /**
   * @param round in which every partition is visited
   */
  public CanaryRounds(Duration round) {
    this.step = round.dividedBy(Canary.ALL.size());
  }

  /** Those that are to fly now; none is told twice. */
  public List<Canary> due(Instant now) {
    if (began == null) {
      began = now;
      return Canary.ALL;
    }
    long turns = Duration.between(began, now).dividedBy(step);
    long first = Math.max(flown, turns - Canary.ALL.size());
    flown = Math.max(flown, turns);
    return LongStream.range(first, flown).mapToObj(CanaryRounds::canary).toList();
  }

  private static Canary canary(long turn) {
    return Canary.ALL.get(Math.floorMod(turn, Canary.ALL.size()));
  }
}

package io.tocsin.alertingest.core.canary;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What canaries say of the whole way at a moment.
 *
 * @param age since the partition that is behind most was last heard of, or since we listen
 * @param silent the partitions on whose way none came through in time
 * @param lastCameThrough on any of them; null when there was none yet
 */
public record CanaryStanding(
    State state, Duration age, List<Integer> silent, @Nullable Instant lastCameThrough) {

  /** Nobody flies, and nothing is wrong with that. */
  public static final CanaryStanding OFF =
      new CanaryStanding(State.WELL, Duration.ZERO, List.of(), null);

  public CanaryStanding {
    silent = List.copyOf(silent);
  }

  public boolean isWell() {
    return state == State.WELL;
  }

  /** What can be said. */
  public enum State {
    /** On each partition's way one came through within the limit. */
    WELL,
    /** On some way none came through within the limit: somebody must be called. */
    SILENT,
    /** We have not listened long enough to tell. */
    UNKNOWN
  }
}

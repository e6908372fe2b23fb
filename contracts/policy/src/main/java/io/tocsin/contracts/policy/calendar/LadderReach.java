package io.tocsin.contracts.policy.calendar;

import io.tocsin.contracts.events.Channel;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Whether a ladder that runs around the clock, as P1's does, can reach somebody at any minute. */
public final class LadderReach {

  /** How far ahead a policy is checked. */
  public static final Duration AHEAD = Duration.ofDays(90);

  private LadderReach() {}

  /**
   * One rung, as far as it matters here.
   *
   * @param by the methods that rung and level leave
   * @param standing whether the role's own contact has one of them: then it needs nobody on call
   */
  public record Call(String role, List<Channel> by, boolean standing) {
    public Call {
      by = List.copyOf(by);
    }
  }

  /** The coming {@link #AHEAD}, from the beginning of the minute. */
  public static Interval ahead(Instant now) {
    return Interval.of(now.truncatedTo(ChronoUnit.MINUTES), AHEAD);
  }

  /** The first stretch of {@code window} in which no rung of {@code ladder} reaches anybody. */
  public static Optional<Interval> firstSilence(OnCall onCall, List<Call> ladder, Interval window) {
    return Coverage.union(ladder.stream().map(call -> reached(onCall, call, window)).toList())
        .firstGap(window);
  }

  private static Coverage reached(OnCall onCall, Call call, Interval window) {
    return call.standing() ? Coverage.of(window) : onCall.reachable(call.role(), call.by(), window);
  }
}

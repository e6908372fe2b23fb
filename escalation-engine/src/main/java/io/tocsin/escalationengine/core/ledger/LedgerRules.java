package io.tocsin.escalationengine.core.ledger;

import java.time.Duration;

/**
 * How a ledger judges.
 *
 * @param grace how long an accepted alert may be without an end before it is unaccounted
 * @param alarmAfter how long before the catch-all is called about it
 * @param bound how many open alerts are held before no more are read
 * @param remembered of how many settled alerts a repeat is still noticed
 */
public record LedgerRules(Duration grace, Duration alarmAfter, int bound, int remembered) {
  public LedgerRules {
    if (grace.isNegative() || alarmAfter.compareTo(grace) < 0) {
      throw new IllegalArgumentException(
          "the alarm must not come before the grace is over: grace %s, alarm after %s"
              .formatted(grace, alarmAfter));
    }
    if (bound < 1 || remembered < 1) {
      throw new IllegalArgumentException("bound and remembered must be at least 1");
    }
  }

  public static LedgerRules of(Duration grace, Duration alarmAfter) {
    return new LedgerRules(grace, alarmAfter, 200_000, 1_000_000);
  }
}

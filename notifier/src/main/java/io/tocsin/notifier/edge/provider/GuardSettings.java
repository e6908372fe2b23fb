package io.tocsin.notifier.edge.provider;

import java.time.Duration;

/**
 * How patient we are with a provider ({@code tocsin.notifier.guards}).
 *
 * @param tries in all, the first one included
 * @param firstWait between the first two; doubled each time, give or take half
 * @param settleWait after a try that was given up without an answer, before a provider that tells
 *     no repetition by a key is asked whether it took it: it may take it yet
 * @param timeLimit over all tries of one call
 * @param limiterWait how long a call may wait for its turn under the provider's rate limit
 * @param breakerCalls how many calls the circuit breaker judges by
 * @param breakerFailures the share of them, in percent, that opens it
 * @param breakerOpen how long it stays open
 */
public record GuardSettings(
    int tries,
    Duration firstWait,
    Duration settleWait,
    Duration timeLimit,
    Duration limiterWait,
    int breakerCalls,
    float breakerFailures,
    Duration breakerOpen) {

  public GuardSettings {
    if (tries < 1 || breakerCalls < 1 || breakerFailures <= 0 || breakerFailures > 100) {
      throw new IllegalArgumentException(
          "tocsin.notifier.guards: tries and breaker-calls must be at least 1, and"
              + " breaker-failures between 0 and 100, were %d, %d and %s"
                  .formatted(tries, breakerCalls, breakerFailures));
    }
  }
}

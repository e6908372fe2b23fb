package io.tocsin.contracts.policy;

import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.events.Severity;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One severity level of a team (RUN-02.1a) and the escalation policy of its incidents.
 *
 * @param respondWithin the runbook's response time
 * @param clock when the ladder may run
 * @param loudest no rung calls louder than this
 * @param ladder the team's own rungs, in order
 * @param repeatAfter when a ladder that ended with nobody acknowledging starts again; null: never
 * @param retryAfter the same when not one page of the round was accepted by its provider
 */
public record Level(
    Severity severity,
    String meaning,
    Duration respondWithin,
    Clock clock,
    Channel loudest,
    List<Rung> ladder,
    @Nullable Duration repeatAfter,
    @Nullable Duration retryAfter) {

  public Level {
    ladder = List.copyOf(ladder);
  }

  /** Whether a rung of this level may use {@code channel}. */
  public boolean allows(Channel channel) {
    return !channel.isLouderThan(loudest);
  }

  /** When people may be called. */
  public enum Clock {
    ALWAYS,
    BUSINESS_HOURS
  }
}

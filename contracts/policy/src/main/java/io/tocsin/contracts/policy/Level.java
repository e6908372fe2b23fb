package io.tocsin.contracts.policy;

import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.events.Severity;
import io.tocsin.contracts.policy.conduct.Telling;
import io.tocsin.contracts.policy.conduct.UpdateDuty;
import io.tocsin.contracts.policy.yaml.As;
import io.tocsin.contracts.policy.yaml.Form;
import io.tocsin.contracts.policy.yaml.Key;
import io.tocsin.contracts.policy.yaml.Least;
import io.tocsin.contracts.policy.yaml.Says;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One severity level of a team (RUN-02.1a) and the escalation policy of its incidents.
 *
 * @param respondWithin the runbook's response time
 * @param resolveWithin how long an incident without a posted ETA is expected to last (RUN-08.1b)
 * @param clock when the ladder may run
 * @param loudest no rung calls louder than this
 * @param ladder the team's own rungs, in order
 * @param repeatAfter when a ladder that ended with nobody acknowledging starts again; null: never
 * @param retryAfter the same when not one page of the round was accepted by its provider
 * @param tell who else is told, and when: it rings nobody
 * @param updates which updates are owed to whom
 */
@Says("a severity level")
public record Level(
    @Key Severity severity,
    @Says("what the level means") String meaning,
    @Says("the response time") Duration respondWithin,
    @Says("how long an incident without a posted ETA is expected to last") @As(Form.WAIT)
        @Nullable Duration resolveWithin,
    @Says("when the ladder may run") Clock clock,
    @Says("no rung calls louder than this") @As(Form.CALLING) Channel loudest,
    @Says("say who is called, in order") @Least(1) List<Rung> ladder,
    @Says("when a ladder that ended starts again") @As(Form.WAIT) @Nullable Duration repeatAfter,
    @Says("the same when no page of the round was accepted") @As(Form.WAIT)
        @Nullable Duration retryAfter,
    @Says("who else is told, and when") List<Telling> tell,
    @Says("which updates are owed to whom") List<UpdateDuty> updates) {

  public Level {
    ladder = List.copyOf(ladder);
    tell = List.copyOf(tell);
    updates = List.copyOf(updates);
  }

  /** A level that calls people and tells nobody else. */
  public static Level of(
      Severity severity,
      Clock clock,
      Channel loudest,
      List<Rung> ladder,
      @Nullable Duration repeatAfter,
      @Nullable Duration retryAfter) {
    return new Level(
        severity,
        "no policy",
        Duration.ZERO,
        null,
        clock,
        loudest,
        ladder,
        repeatAfter,
        retryAfter,
        List.of(),
        List.of());
  }

  /** Whether a rung of this level may use {@code channel}. */
  public boolean allows(Channel channel) {
    return !channel.isLouderThan(loudest);
  }

  /** When people may be called. */
  @Says("clock")
  public enum Clock {
    ALWAYS,
    BUSINESS_HOURS
  }
}

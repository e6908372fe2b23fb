package io.tocsin.contracts.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the escalation policy has come.
 *
 * @param round counts from 1; a rise, a relapse, a long outage or an end unreached begins another
 * @param rung the rung called or passed last, from 0; -1 before the first of a round
 * @param method the method of that rung tried last, from 0
 * @param calledAt when that rung was first called
 * @param reached whether anybody's page of this round was accepted
 * @param ended whether no rung is left in this round
 */
public record Ladder(
    int round, int rung, int method, @Nullable Instant calledAt, boolean reached, boolean ended) {
  public static final Ladder UNTOUCHED = new Ladder(0, -1, 0, null, false, false);
}

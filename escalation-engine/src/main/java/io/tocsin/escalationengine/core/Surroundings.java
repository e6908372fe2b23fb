package io.tocsin.escalationengine.core;

import org.jspecify.annotations.Nullable;

/**
 * What else the team knows, as far as a decision may use it. What was used is written into the
 * events, so that folding them never needs it.
 *
 * @param nextNumber the number that the team's next incident gets
 * @param occurrences how many incidents the grouping key has had
 * @param alert what the incident knows of the alert that arrived; null if nothing
 * @param outage our last outage, as long as a deadline may lie in it; null if none
 */
public record Surroundings(
    long nextNumber, int occurrences, @Nullable AlertMemory alert, @Nullable Outage outage) {
  public static final Surroundings NOTHING = new Surroundings(1, 0, null, null);
}

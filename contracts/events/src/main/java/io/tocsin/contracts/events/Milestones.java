package io.tocsin.contracts.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When what happened, for people and for the metrics.
 *
 * @param startedAt the sender's time of the first alert: the best known start of the impact
 * @param assessedAt when every question was answered, or a person had judged (RUN-04.0)
 * @param ticketedAt when its ticket was there
 * @param toldAt when the team was told
 * @param closedAt when cause and resolution had been said
 */
public record Milestones(
    Instant startedAt,
    Instant openedAt,
    @Nullable Instant acknowledgedAt,
    @Nullable Instant monitoringAt,
    @Nullable Instant endedAt,
    @Nullable Instant assessedAt,
    @Nullable Instant ticketedAt,
    @Nullable Instant toldAt,
    @Nullable Instant closedAt,
    Instant changedAt) {

  /** Nothing has happened yet but that it opened. */
  public static Milestones opened(Instant startedAt, Instant at) {
    return new Milestones(startedAt, at, null, null, null, null, null, null, null, at);
  }
}

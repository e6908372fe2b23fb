package io.tocsin.contracts.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When what happened, for people and for the metrics.
 *
 * @param startedAt the sender's time of the first alert: the best known start of the impact
 */
public record Milestones(
    Instant startedAt,
    Instant openedAt,
    @Nullable Instant acknowledgedAt,
    @Nullable Instant monitoringAt,
    @Nullable Instant endedAt,
    Instant changedAt) {}

package io.tocsin.contracts.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An update as somebody wrote it (RUN-07.1b).
 *
 * @param audience whom it is for; null: the team
 * @param status Investigating, Mitigating or Resolved
 * @param eta when it is expected to be resolved
 */
public record Update(
    @Nullable String audience,
    @Nullable String status,
    @Nullable String impact,
    @Nullable String actionsTaken,
    @Nullable String nextSteps,
    @Nullable Instant eta) {}

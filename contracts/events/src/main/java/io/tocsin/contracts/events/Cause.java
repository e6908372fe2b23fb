package io.tocsin.contracts.events;

import org.jspecify.annotations.Nullable;

/**
 * Why it happened and what ended it (RUN-09.2, RUN-09.3); what nobody has said is null.
 *
 * @param rootCause in brief
 * @param resolution in brief
 */
public record Cause(@Nullable String rootCause, @Nullable String resolution) {
  public static final Cause UNSAID = new Cause(null, null);

  /** With what {@code later} says in place of what this says. */
  public Cause or(Cause later) {
    return new Cause(
        later.rootCause == null ? rootCause : later.rootCause,
        later.resolution == null ? resolution : later.resolution);
  }
}

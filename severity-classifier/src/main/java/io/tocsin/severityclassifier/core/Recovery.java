package io.tocsin.severityclassifier.core;

import io.tocsin.contracts.events.Alert;
import java.time.Duration;
import java.time.Instant;

/**
 * The last recovery of an alert, kept for the triggers that it overtook.
 *
 * @param at the sender's time, or ours when it tells none
 * @param timed whether {@code at} is the sender's own
 * @param seenAt when ingest had it
 * @param position its offset in {@code alerts}: only what comes after it can have been overtaken
 * @param tombstone whether it came while no trigger was open, so that its trigger is still to come
 */
public record Recovery(
    Instant at, boolean timed, Instant seenAt, long position, boolean tombstone) {

  /** How long a recovery is remembered against older triggers, and a route after it. */
  static final Duration MEMORY = Duration.ofMinutes(15);

  static Recovery of(Alert alert, long position, boolean tombstone) {
    return new Recovery(alert.occurredAt(), alert.timed(), alert.receivedAt(), position, tombstone);
  }

  /**
   * Whether the trigger {@code alert} was over before it came: it is not newer than this recovery
   * and came at most 15 minutes after it. Where a trigger had come in time, only a strictly older
   * one is meant, and only where both times are the sender's own: two clocks would silence a new
   * alert.
   */
  boolean overtook(Alert alert, long itsPosition) {
    if (itsPosition <= position || !isRemembered(alert.receivedAt())) {
      return false;
    }
    return tombstone
        ? !alert.occurredAt().isAfter(at)
        : timed && alert.timed() && alert.occurredAt().isBefore(at);
  }

  boolean isRemembered(Instant now) {
    return !now.isAfter(seenAt.plus(MEMORY));
  }
}

package io.tocsin.contracts.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The notifier's own record of one notification: the value of {@code deliveries}. One that is found
 * {@code RESERVED} at start may or may not have been sent: it is reconciled, not repeated blindly.
 */
public record Delivery(
    Notification notification, State state, @Nullable String reference, Reason reason, Instant at) {

  /** How far it has come. */
  public enum State {
    RESERVED,
    SENT,
    FAILED,
    DROPPED
  }
}

package io.tocsin.contracts.events;

/**
 * What a sender says of its alert (RUN-03.1a). {@code NO_DATA} and {@code WARNED} are no recovery.
 * {@code NOTICE} is no alarm at all: it is kept, and opens no incident.
 */
public enum Signal {
  TRIGGERED,
  RETRIGGERED,
  WARNED,
  NO_DATA,
  RENOTIFIED,
  RECOVERED,
  NOTICE;

  /** Whether the alert is on: everything but a recovery and a notice. */
  public boolean isFiring() {
    return this != RECOVERED && this != NOTICE;
  }
}

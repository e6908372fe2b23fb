package io.tocsin.escalationengine.core.ledger;

import io.tocsin.contracts.events.Canary;
import java.time.Instant;

/**
 * An alert that ingest accepted and that has no end yet.
 *
 * @param id its alert id; of a record that cannot be read its place, {@code alerts/3/1207}
 * @param key the sender's alert
 * @param at when ingest had the whole of it, never later than when the ledger heard of it
 */
public record Accepted(String id, String key, Instant at) {

  /** Whether it is one of our own, which no figure of alerts holds. */
  boolean isCanary() {
    return Canary.owns(key);
  }
}

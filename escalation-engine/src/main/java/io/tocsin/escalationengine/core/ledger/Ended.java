package io.tocsin.escalationengine.core.ledger;

import io.tocsin.contracts.events.AlertDisposition.Outcome;
import java.time.Instant;

/**
 * An end whose alert the ledger has not read yet.
 *
 * @param at when the alert ended
 * @param heard when the ledger read of it
 */
public record Ended(String id, Outcome outcome, Instant at, Instant heard) {}

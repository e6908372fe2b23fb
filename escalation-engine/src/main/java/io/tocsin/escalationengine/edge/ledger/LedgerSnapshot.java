package io.tocsin.escalationengine.edge.ledger;

import io.tocsin.escalationengine.core.ledger.LedgerState;
import java.time.Instant;
import java.util.Map;

/**
 * What the ledger knew at one moment, all of it read from before {@code positions}.
 *
 * @param installation whose Kafka it was read from
 * @param positions where to go on, by partition ({@code alerts-3})
 * @param rang which alarms ring, and when each last did
 * @param remembered the ids settled lately, as 64-bit hashes in Base64
 */
record LedgerSnapshot(
    String installation,
    Map<String, Long> positions,
    Map<String, Instant> rang,
    LedgerState state,
    String remembered) {}

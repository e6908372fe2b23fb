package io.tocsin.escalationengine.edge.ledger;

import io.tocsin.escalationengine.core.ledger.LedgerReport;

/** Whoever wants to know how the ledger stands. */
@FunctionalInterface
public interface LedgerView {
  /** At most a second or two old. */
  LedgerReport report();
}

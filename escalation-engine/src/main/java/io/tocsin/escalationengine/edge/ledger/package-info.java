/**
 * The ledger at work: a consumer of its own, without group and transaction, that goes on when the
 * stream is dead, and calls the catch-all directly about what cannot be accounted for.
 */
@NullMarked
package io.tocsin.escalationengine.edge.ledger;

import org.jspecify.annotations.NullMarked;

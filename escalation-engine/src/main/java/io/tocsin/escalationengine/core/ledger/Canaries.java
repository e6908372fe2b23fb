package io.tocsin.escalationengine.core.ledger;

/**
 * Canaries have a balance of their own: those without an end are {@code accepted - ended}.
 *
 * @param accepted by ingest, as every alert
 * @param ended with a disposition
 */
public record Canaries(long accepted, long ended) {
  static final Canaries NONE = new Canaries(0, 0);

  Canaries withOneMore() {
    return new Canaries(accepted + 1, ended);
  }

  Canaries withOneEnded() {
    return new Canaries(accepted, ended + 1);
  }
}

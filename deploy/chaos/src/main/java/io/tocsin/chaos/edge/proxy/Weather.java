package io.tocsin.chaos.edge.proxy;

/** How the network is between two processes. */
public enum Weather {
  /** Bytes go through as they come. */
  CALM,
  /** Each piece is late. */
  SLOW,
  /** Nothing goes through in either direction, and nobody is told. */
  BLACKHOLE,
  /** Requests arrive, answers do not. */
  DEAF,
  /** Every connection is reset, new ones too. */
  RESET
}

package io.tocsin.chaos.core;

/** How a request ended, as the one who made it knows. */
public enum Outcome {
  /** 2xx: what it asked is kept. */
  ACCEPTED,
  /** 4xx or 5xx: the status says whether anything may have been kept. */
  REFUSED,
  /** No answer: it may have been taken or not. */
  UNKNOWN
}

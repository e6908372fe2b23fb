package io.tocsin.contracts.events;

/**
 * Who did it. {@code id} is a person's or contact's id, never an address; {@code via} is the way it
 * came ({@code api}, {@code console}, {@code pagerduty}, {@code tocsin}).
 */
public record Actor(String id, String via) {

  /** Tocsin itself, as by a deadline or a rule. */
  public static final Actor TOCSIN = new Actor("tocsin", "tocsin");
}

package io.tocsin.contracts.events;

/** A place to look: text as a person reads it, and the address. */
public record Link(String text, String href) {
  /** The text of the link to what alerted, in the tool that sent the alert (RUN-04.1c). */
  public static final String MONITOR = "Monitor";
}

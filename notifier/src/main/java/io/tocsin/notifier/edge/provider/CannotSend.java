package io.tocsin.notifier.edge.provider;

import io.tocsin.contracts.events.Reason;
import io.tocsin.notifier.core.Reasons;

/** It is known without a call that a notification cannot be sent, or is not wanted here. */
public final class CannotSend extends Exception {
  private static final long serialVersionUID = 1L;
  private final transient Reason reason;
  private final boolean wanted;

  public CannotSend(Reason reason) {
    this(reason, true);
  }

  private CannotSend(Reason reason, boolean wanted) {
    super(reason.text());
    this.reason = reason;
    this.wanted = wanted;
  }

  /** Something is not set; {@code text} says what, and what to do. */
  public static CannotSend unconfigured(String text) {
    return new CannotSend(new Reason(Reasons.UNCONFIGURED, "unconfigured: " + text));
  }

  /** The operator has not asked for it; {@code text} says what to do for whoever wants it. */
  public static CannotSend notWanted(String text) {
    return new CannotSend(new Reason(Reasons.NOT_WANTED, "not wanted here: " + text), false);
  }

  public Reason reason() {
    return reason;
  }

  /** Whether somebody misses what is not sent: then it has failed, else it is dropped. */
  boolean isWanted() {
    return wanted;
  }
}

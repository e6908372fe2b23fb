package io.tocsin.notifier.edge.provider;

import io.tocsin.contracts.events.Reason;
import io.tocsin.notifier.core.Reasons;

/** It is known without a call that a notification cannot be sent: something is not set. */
public final class CannotSend extends Exception {
  private static final long serialVersionUID = 1L;
  private final transient Reason reason;

  public CannotSend(Reason reason) {
    super(reason.text());
    this.reason = reason;
  }

  /** Something is not set; {@code text} says what, and what to do. */
  public static CannotSend unconfigured(String text) {
    return new CannotSend(new Reason(Reasons.UNCONFIGURED, "unconfigured: " + text));
  }

  public Reason reason() {
    return reason;
  }
}

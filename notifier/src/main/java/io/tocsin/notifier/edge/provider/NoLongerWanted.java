package io.tocsin.notifier.edge.provider;

import io.tocsin.contracts.events.Reason;

/** Found out right before a try. */
final class NoLongerWanted extends Exception {
  private static final long serialVersionUID = 1L;
  private final transient Reason reason;

  NoLongerWanted(Reason reason) {
    super(reason.text());
    this.reason = reason;
  }

  Reason reason() {
    return reason;
  }
}

package io.tocsin.notifier.edge.phone;

import io.tocsin.notifier.edge.callback.References;

/** What the way out and the way back share. */
record PhoneDesk(
    PhoneSettings settings,
    Numbers numbers,
    PhoneWords words,
    ReplyCodes codes,
    SpokenPages spoken,
    References references) {

  /** Nothing of it: it holds secrets. */
  @Override
  public String toString() {
    return "PhoneDesk";
  }
}

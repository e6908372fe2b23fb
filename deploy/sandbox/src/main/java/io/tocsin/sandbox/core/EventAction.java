package io.tocsin.sandbox.core;

import java.util.Arrays;
import java.util.Optional;

/** What a PagerDuty event asks for. */
public enum EventAction {
  TRIGGER("trigger"),
  ACKNOWLEDGE("acknowledge"),
  RESOLVE("resolve");

  private final String word;

  EventAction(String word) {
    this.word = word;
  }

  static Optional<EventAction> named(String word) {
    return Arrays.stream(values()).filter(each -> each.word.equals(word)).findFirst();
  }
}

package io.tocsin.chaos.edge.crash;

import java.util.Arrays;
import java.util.Locale;

/** Where in a send the notifier dies. */
public enum Moment {
  /** The notification is reserved, and its provider has not got it. */
  AFTER_RESERVE,
  /** The provider has taken it and has not answered. */
  AFTER_SEND,
  /** The provider has answered, and nothing of that stands in Kafka. */
  BEFORE_RECORD;

  /** The name for people and command lines: {@code after-send}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The one with this label.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static Moment of(String label) {
    return Arrays.stream(values())
        .filter(each -> each.label().equals(label))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "'%s' is no step: %s"
                        .formatted(label, Arrays.stream(values()).map(Moment::label).toList())));
  }
}

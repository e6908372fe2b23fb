package io.tocsin.contracts.policy.severity;

import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code 31.5 %} as 31.5. */
final class FirstNumber {
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}(?:\\.\\d{1,18})?");

  private FirstNumber() {}

  /** The first number in {@code text}; an error when it has none. */
  static double in(String text) {
    return find(text)
        .orElseThrow(() -> new IllegalArgumentException("there is no number in '" + text + "'"));
  }

  /** The same; empty when it has none. */
  static OptionalDouble find(String text) {
    Matcher found = NUMBER.matcher(text);
    return found.find()
        ? OptionalDouble.of(Double.parseDouble(found.group()))
        : OptionalDouble.empty();
  }
}

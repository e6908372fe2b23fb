package io.tocsin.contracts.policy;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code 31.5 %} as 31.5. */
final class FirstNumber {
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}(?:\\.\\d{1,18})?");

  private FirstNumber() {}

  /** The first number in {@code text}; an error when it has none. */
  static double in(String text) {
    Matcher found = NUMBER.matcher(text);
    if (!found.find()) {
      throw new IllegalArgumentException("there is no number in '" + text + "'");
    }
    return Double.parseDouble(found.group());
  }
}

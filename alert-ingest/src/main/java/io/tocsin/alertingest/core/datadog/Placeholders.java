package io.tocsin.alertingest.core.datadog;

import java.util.regex.Pattern;

/** {@code $NAME} and {@code $TAGS[key]}, left in a template by a sender that knew no value. */
final class Placeholders {
  private static final Pattern VARIABLE =
      Pattern.compile("\\$[A-Z][A-Z0-9_]{1,60}(?:\\[[^\\]]{0,200}\\])?");

  private Placeholders() {}

  /** Whether nothing is said: blank, or only variables that nobody filled in. */
  static boolean isAbsent(String value) {
    return value.isBlank() || (value.indexOf('$') >= 0 && !saysAnything(without(value)));
  }

  /** The value without the variables in it: parts of a key that nobody filled in. */
  static String without(String value) {
    return value.indexOf('$') < 0 ? value : VARIABLE.matcher(value).replaceAll("");
  }

  /** Whether there is a letter or a digit in it. */
  static boolean saysAnything(String value) {
    return value.codePoints().anyMatch(Character::isLetterOrDigit);
  }
}

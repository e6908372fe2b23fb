package io.tocsin.contracts.policy.yaml;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Durations as operators write them: {@code 30s}, {@code 2m}, {@code 1h30m}, {@code 2d}, {@code
 * 1w}.
 */
public final class Durations {
  private static final Pattern FORM =
      Pattern.compile(
          "(?:(\\d{1,3})w)?(?:(\\d{1,4})d)?(?:(\\d{1,4})h)?(?:(\\d{1,4})m)?(?:(\\d{1,4})s)?");

  private Durations() {}

  /**
   * The duration in {@code text}.
   *
   * @throws IllegalArgumentException when it is none
   */
  public static Duration parse(String text) {
    Matcher parts = FORM.matcher(text);
    if (text.isEmpty() || !parts.matches()) {
      throw new IllegalArgumentException(text);
    }
    return Duration.ofDays(7 * part(parts, 1) + part(parts, 2))
        .plusHours(part(parts, 3))
        .plusMinutes(part(parts, 4))
        .plusSeconds(part(parts, 5));
  }

  /** {@code span} as it is written; what is less than a second is left out. */
  public static String text(Duration span) {
    StringBuilder text = new StringBuilder();
    append(text, span.toDaysPart(), "d");
    append(text, span.toHoursPart(), "h");
    append(text, span.toMinutesPart(), "m");
    append(text, span.toSecondsPart(), "s");
    return text.isEmpty() ? "0s" : text.toString();
  }

  private static void append(StringBuilder text, long count, String unit) {
    if (count > 0) {
      text.append(count).append(unit);
    }
  }

  private static long part(Matcher parts, int group) {
    String digits = parts.group(group);
    return digits == null ? 0 : Long.parseLong(digits);
  }
}

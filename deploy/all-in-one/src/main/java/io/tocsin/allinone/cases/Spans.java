package io.tocsin.allinone.cases;

import java.time.Duration;

/** Spans of time as cases print them: {@code 30s}, {@code 2m}, {@code 1h30m}, {@code 2d}. */
public final class Spans {
  private Spans() {}

  /** {@code 1h30m}; what is less than a second is left out. */
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
}

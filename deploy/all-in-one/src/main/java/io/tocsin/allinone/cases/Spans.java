package io.tocsin.allinone.cases;

import io.tocsin.contracts.policy.yaml.Durations;
import java.time.Duration;

/** Spans of time as cases print them: {@code 30s}, {@code 2m}, {@code 1h30m}, {@code 2d}. */
public final class Spans {
  private Spans() {}

  /** {@code 1h30m}; what is less than a second is left out. */
  public static String text(Duration span) {
    return Durations.text(span);
  }
}

package io.tocsin.severityclassifier.core;

import org.jspecify.annotations.Nullable;

/**
 * What became of one rule for one alert.
 *
 * @param condition as the operator wrote it; null when the selector decides alone
 * @param detail why it failed, or which facts are missing; null otherwise
 */
public record RuleAsked(
    String rule, @Nullable String condition, Outcome outcome, @Nullable String detail) {

  /** Rules after the one that decided or failed are not asked. */
  public enum Outcome {
    NOT_SELECTED("not selected"),
    DID_NOT_HOLD("did not hold"),
    FACT_MISSING("needs a fact that the alert does not say"),
    FAILED("failed"),
    DECIDED("decided");

    private final String words;

    Outcome(String words) {
      this.words = words;
    }

    /** As a person reads it. */
    public String words() {
      return words;
    }
  }
}

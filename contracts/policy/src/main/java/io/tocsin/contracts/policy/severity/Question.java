package io.tocsin.contracts.policy.severity;

import io.tocsin.contracts.policy.yaml.Says;
import java.util.Locale;

/** The five questions of an assessment (RUN-02.2); facts and people answer them. */
@Says("question of the assessment")
public enum Question {
  UNAVAILABLE("Is the service completely unavailable?"),
  USERS("How many users are affected?"),
  SECURITY("Is there a security or data privacy concern?"),
  WORKAROUND("Is there a workaround available?"),
  IMPACT("What is the business impact?");

  private final String text;

  Question(String text) {
    this.text = text;
  }

  /** As it stands in paths, records and messages: {@code users}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** As a person is asked. */
  public String text() {
    return text;
  }
}

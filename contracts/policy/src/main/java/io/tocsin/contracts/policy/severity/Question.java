package io.tocsin.contracts.policy.severity;

import io.tocsin.contracts.policy.yaml.Says;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The five questions of an assessment (RUN-02.2); facts and people answer them. */
@Says("question of the assessment")
public enum Question {
  UNAVAILABLE("Is the service completely unavailable?", true),
  USERS("How many users are affected?", false),
  SECURITY("Is there a security or data privacy concern?", true),
  WORKAROUND("Is there a workaround available?", true),
  IMPACT("What is the business impact?", false);

  private final String text;
  private final boolean yesOrNo;

  Question(String text, boolean yesOrNo) {
    this.text = text;
    this.yesOrNo = yesOrNo;
  }

  /** The one of that {@linkplain #wireName name}, if there is one; a fact has a name too. */
  public static Optional<Question> named(String name) {
    return Arrays.stream(values()).filter(question -> question.wireName().equals(name)).findFirst();
  }

  /** As it stands in paths, records and messages: {@code users}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** As a person is asked. */
  public String text() {
    return text;
  }

  /** Whether yes or no answers it. */
  public boolean yesOrNo() {
    return yesOrNo;
  }
}

package io.tocsin.allinone.cases;

import java.time.Duration;

/** How a provider treats what it is given. */
public enum ProviderState {
  /** It takes everything, a second after it was asked. */
  WORKING("working", Duration.ofSeconds(1)),
  /** It answers with an error. */
  REFUSING("refusing", Duration.ofSeconds(1)),
  /** It does not answer within the notifier's limit, so it may have rung or not. */
  HANGING("hanging", Duration.ofSeconds(10)),
  /** There is no sender for it: the next method follows at once. */
  NOT_INSTALLED("not-installed", Duration.ZERO);

  private final String word;
  private final Duration answersAfter;

  ProviderState(String word, Duration answersAfter) {
    this.word = word;
    this.answersAfter = answersAfter;
  }

  /** As a case writes it. */
  public String word() {
    return word;
  }

  public Duration answersAfter() {
    return answersAfter;
  }
}

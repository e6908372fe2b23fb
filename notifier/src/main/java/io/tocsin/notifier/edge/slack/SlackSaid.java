package io.tocsin.notifier.edge.slack;

import io.tocsin.notifier.edge.provider.Answer;
import java.time.Duration;

/** An answer of Slack that is no success. */
final class SlackSaid extends Exception {
  private static final long serialVersionUID = 1L;
  private final Answer.Kind kind;
  private final String error;
  private final Duration retryAfter;

  /**
   * @param error Slack's own word for it, as {@code channel_not_found}; else empty
   * @param retryAfter how long Slack asks to be left alone; zero where it does not
   */
  SlackSaid(Answer.Kind kind, String error, String text, Duration retryAfter) {
    super(text, null, false, false);
    this.kind = kind;
    this.error = error;
    this.retryAfter = retryAfter;
  }

  Answer answer() {
    return new Answer(kind, null, String.valueOf(getMessage()));
  }

  /** Whether the same call may succeed later. */
  boolean mayPass() {
    return kind == Answer.Kind.BUSY;
  }

  boolean is(String word) {
    return error.equals(word);
  }

  Duration retryAfter() {
    return retryAfter;
  }
}

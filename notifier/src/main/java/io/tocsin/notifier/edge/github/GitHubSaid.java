package io.tocsin.notifier.edge.github;

import io.tocsin.notifier.edge.provider.Answer;

/** An answer of GitHub's that is no success. */
final class GitHubSaid extends Exception {
  private static final long serialVersionUID = 1L;
  private final int status;
  private final transient Answer answer;

  /**
   * @param status 0 when it was not asked at all
   */
  GitHubSaid(int status, Answer.Kind kind, String text) {
    super(text, null, false, false);
    this.status = status;
    this.answer = new Answer(kind, null, text);
  }

  int status() {
    return status;
  }

  Answer answer() {
    return answer;
  }
}

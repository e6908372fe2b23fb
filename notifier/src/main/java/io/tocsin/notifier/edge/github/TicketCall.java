package io.tocsin.notifier.edge.github;

import io.tocsin.notifier.edge.provider.Answer;
import io.tocsin.notifier.edge.provider.ProviderCall;
import java.io.IOException;

/** One thing that is said to a ticket. Every try but a first looks whether it was said before. */
abstract class TicketCall implements ProviderCall {
  private final GitHubHttp http;
  private final int perMinute;
  private final Issues issues;

  TicketCall(GitHubHttp http, int perMinute) {
    this.http = http;
    this.perMinute = perMinute;
    this.issues = new Issues(http);
  }

  /** Says it; the reference under which it is found again. */
  abstract String say(Issues issues) throws IOException, GitHubSaid;

  @Override
  public String limitedBy() {
    return http.token();
  }

  @Override
  public int perMinute() {
    return perMinute;
  }

  @Override
  public Answer attempt() throws IOException {
    try {
      return new Answer(Answer.Kind.ACCEPTED, say(issues), "GitHub took it");
    } catch (GitHubSaid e) {
      return e.answer();
    }
  }

  @Override
  public void cancel() {
    issues.cancel();
  }
}

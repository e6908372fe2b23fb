package io.tocsin.notifier.edge.github;

import io.tocsin.contracts.policy.Policies;
import io.tocsin.contracts.policy.conduct.Ticket;
import io.tocsin.notifier.edge.provider.Answer;
import io.tocsin.notifier.edge.provider.Proof;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import okhttp3.HttpUrl;
import tools.jackson.databind.JsonNode;

/** Whether our token opens the repositories that the policies name for tickets (RUN-04.3). */
final class GitHubToken {
  private static final int UNAUTHORIZED = 401;

  private final GitHubHttp http;
  private final Supplier<Policies> policies;

  GitHubToken(GitHubHttp http, Supplier<Policies> policies) {
    this.http = http;
    this.policies = policies;
  }

  Proof prove() throws IOException {
    List<String> repositories = repositories();
    if (repositories.isEmpty()) {
      return prove(http.limits(), "GitHub");
    }
    for (String repository : repositories) {
      Proof proof = prove(http.at(repository), repository);
      if (proof.verdict() != Proof.Verdict.HOLDS) {
        return proof;
      }
    }
    return Proof.holds("the token opens " + String.join(", ", repositories));
  }

  private List<String> repositories() {
    return policies.get().teams().values().stream()
        .map(team -> team.conduct().ticket())
        .filter(Objects::nonNull)
        .map(Ticket::repository)
        .distinct()
        .sorted()
        .toList();
  }

  private Proof prove(HttpUrl url, String what) throws IOException {
    try {
      JsonNode answer = http.send("GET", url, null, call -> {});
      return answer.path("has_issues").asBoolean(true)
          ? Proof.holds("the token opens " + what)
          : Proof.refused("issues are turned off in %s: turn them on".formatted(what));
    } catch (GitHubSaid e) {
      if (e.answer().kind() == Answer.Kind.BUSY) {
        return Proof.unknown(e.answer().text());
      }
      return Proof.refused(
          e.status() == UNAUTHORIZED
              ? "GitHub does not know the token; set GITHUB_TOKEN to a valid one"
              : "the token does not open %s (%s); give its account write access there"
                  .formatted(what, "HTTP " + e.status()));
    }
  }
}

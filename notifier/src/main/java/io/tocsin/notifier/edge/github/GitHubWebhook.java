package io.tocsin.notifier.edge.github;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.tocsin.contracts.events.ContractJson;
import io.tocsin.notifier.edge.callback.Unreadable;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectReader;

/** What GitHub's webhooks {@code issues} and {@code issue_comment} say, as far as it is of use. */
record GitHubWebhook(
    @Nullable String action,
    @Nullable Issue issue,
    @Nullable Comment comment,
    @Nullable Repository repository,
    @Nullable Account sender) {
  private static final ObjectReader READER = ContractJson.MAPPER.readerFor(GitHubWebhook.class);

  /** Who belongs to the repository: anybody else may write on a public one. */
  private static final Set<String> INSIDERS = Set.of("OWNER", "MEMBER", "COLLABORATOR");

  static GitHubWebhook read(byte[] body) {
    try {
      GitHubWebhook read = READER.readValue(body);
      if (read == null) {
        throw new Unreadable("expected the JSON of a webhook", null);
      }
      return read;
    } catch (JacksonException e) {
      throw new Unreadable("expected the JSON of a webhook, with content type JSON", e);
    }
  }

  /** The issue that it is about. */
  Optional<IssueName> name() {
    return issue == null || repository == null || repository.fullName() == null
        ? Optional.empty()
        : IssueName.of(repository.fullName() + "#" + issue.number());
  }

  /** The person who did it; empty for a program. */
  Optional<String> person() {
    return sender == null || sender.login() == null || !"User".equals(sender.type())
        ? Optional.empty()
        : Optional.of(sender.login());
  }

  /** Whether the issue bears {@code installation}'s mark and was opened after {@code since}. */
  boolean isOfOursSince(String installation, Instant since) {
    return issue != null
        && issue.body() != null
        && Marker.isOurs(installation, issue.body())
        && issue.createdAt() != null
        && issue.createdAt().isAfter(since);
  }

  /** Whether it was done by the account that opened the issue: ours. */
  boolean isByItsAuthor() {
    return sender != null
        && sender.login() != null
        && issue != null
        && issue.user() != null
        && sender.login().equals(issue.user().login());
  }

  /**
   * @param body its text, which begins with our mark where we wrote it
   */
  record Issue(
      int number,
      @Nullable Account user,
      @Nullable String body,
      @JsonProperty("created_at") @Nullable Instant createdAt) {}

  record Comment(
      long id,
      @Nullable String body,
      @JsonProperty("author_association") @Nullable String association) {
    boolean isByAnInsider() {
      return association != null && INSIDERS.contains(association);
    }
  }

  record Repository(@JsonProperty("full_name") @Nullable String fullName) {}

  record Account(@Nullable String login, @Nullable String type) {}
}

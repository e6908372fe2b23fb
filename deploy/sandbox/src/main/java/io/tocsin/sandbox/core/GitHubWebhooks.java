package io.tocsin.sandbox.core;

import io.tocsin.sandbox.core.GitHubIssue.Comment;
import java.util.LinkedHashMap;
import java.util.Map;

/** GitHub's webhooks of what people, and programs, do to an issue. */
public final class GitHubWebhooks {
  private static final String PATH = "/callbacks/github";

  private GitHubWebhooks() {}

  /**
   * {@code issue_comment}, created.
   *
   * @param delivery the id of the delivery: the same for a repeated one
   */
  static OutgoingCallback commented(GitHubIssue issue, Comment comment, String delivery) {
    Map<String, Object> payload = payload("created", issue, comment.login());
    payload.put("comment", comment.json());
    return callback("issue_comment", payload, delivery);
  }

  /** {@code issues}: {@code opened}, {@code edited}, {@code closed} or {@code reopened}. */
  static OutgoingCallback changed(String action, GitHubIssue issue, String login, String delivery) {
    return callback("issues", payload(action, issue, login), delivery);
  }

  private static Map<String, Object> payload(String action, GitHubIssue issue, String login) {
    Map<String, Object> payload = new LinkedHashMap<>();
    payload.put("action", action);
    payload.put("issue", issue.json());
    payload.put("repository", Map.of("full_name", issue.repository()));
    payload.put("sender", GitHubAccounts.json(login));
    return payload;
  }

  private static OutgoingCallback callback(
      String event, Map<String, Object> payload, String delivery) {
    return new OutgoingCallback(
        Provider.GITHUB,
        PATH,
        Map.of("X-GitHub-Event", event, "X-GitHub-Delivery", delivery),
        payload);
  }
}

package io.tocsin.sandbox.core;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An issue as GitHub holds it.
 *
 * @param repository owner and name
 * @param login who opened it
 * @param comments in the order in which they were written
 */
public record GitHubIssue(
    String repository,
    int number,
    String login,
    Text text,
    List<String> labels,
    State state,
    Times times,
    List<Comment> comments) {

  public GitHubIssue {
    labels = List.copyOf(labels);
    comments = List.copyOf(comments);
  }

  /** What it says. */
  public record Text(String title, String body) {}

  /**
   * Where it stands.
   *
   * @param reason GitHub's word for why it was closed; null while it is open
   */
  public record State(boolean open, @Nullable String reason) {}

  /**
   * When what happened to it.
   *
   * @param closed null while it is open
   */
  public record Times(Instant created, Instant updated, @Nullable Instant closed) {}

  /** Something written below it. */
  public record Comment(long id, String login, String body, Instant at) {
    Map<String, Object> json() {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("id", id);
      json.put("user", GitHubAccounts.json(login));
      json.put("body", body);
      json.put("created_at", at.toString());
      json.put("updated_at", at.toString());
      json.put("author_association", "MEMBER");
      return json;
    }
  }

  GitHubIssue saying(Text other, Instant now) {
    return new GitHubIssue(repository, number, login, other, labels, state, updated(now), comments);
  }

  GitHubIssue labelled(List<String> others, Instant now) {
    return new GitHubIssue(repository, number, login, text, others, state, updated(now), comments);
  }

  GitHubIssue withComment(Comment comment) {
    List<Comment> all = new ArrayList<>(comments);
    all.add(comment);
    return new GitHubIssue(
        repository, number, login, text, labels, state, updated(comment.at()), all);
  }

  GitHubIssue closed(String reason, Instant now) {
    return new GitHubIssue(
        repository,
        number,
        login,
        text,
        labels,
        new State(false, reason),
        new Times(times.created, now, now),
        comments);
  }

  GitHubIssue reopened(Instant now) {
    return new GitHubIssue(
        repository,
        number,
        login,
        text,
        labels,
        new State(true, null),
        new Times(times.created, now, null),
        comments);
  }

  private Times updated(Instant now) {
    return new Times(times.created, now, times.closed);
  }

  /** As GitHub shows it. */
  Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("number", number);
    json.put("title", text.title());
    json.put("body", text.body());
    json.put("user", GitHubAccounts.json(login));
    json.put("labels", labels.stream().map(name -> Map.of("name", name)).toList());
    json.put("assignees", List.of());
    json.put("state", state.open() ? "open" : "closed");
    json.put("comments", comments.size());
    json.put("created_at", times.created().toString());
    json.put("updated_at", times.updated().toString());
    if (times.closed() != null && state.reason() != null) {
      json.put("closed_at", times.closed().toString());
      json.put("state_reason", state.reason());
    }
    return json;
  }
}

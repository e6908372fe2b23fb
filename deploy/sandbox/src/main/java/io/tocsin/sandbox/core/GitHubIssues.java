package io.tocsin.sandbox.core;

import io.tocsin.sandbox.core.GitHubIssue.Comment;
import io.tocsin.sandbox.core.GitHubIssue.State;
import io.tocsin.sandbox.core.GitHubIssue.Text;
import io.tocsin.sandbox.core.GitHubIssue.Times;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The issues that GitHub holds; the one first opened is forgotten first. */
public final class GitHubIssues {
  private final Map<Key, GitHubIssue> issues;
  private final Map<String, Integer> numbers = new HashMap<>();
  private long comments;

  private record Key(String repository, int number) {}

  /**
   * @param kept how many issues are remembered
   */
  public GitHubIssues(int kept) {
    this.issues =
        new LinkedHashMap<>() {
          @Override
          protected boolean removeEldestEntry(Map.Entry<Key, GitHubIssue> eldest) {
            return size() > kept;
          }
        };
  }

  /** All of them, in the order in which they were opened. */
  public List<GitHubIssue> all() {
    return List.copyOf(issues.values());
  }

  /** Forgets all of them, but not which numbers are taken: GitHub gives none of them twice. */
  public void clear() {
    issues.clear();
  }

  GitHubIssue open(String repository, Text text, List<String> labels, Instant now) {
    int number = numbers.merge(repository, 1, Integer::sum);
    GitHubIssue issue =
        new GitHubIssue(
            repository,
            number,
            GitHubAccounts.OURS,
            text,
            labels,
            new State(true, null),
            new Times(now, now, null),
            List.of());
    issues.put(new Key(repository, number), issue);
    return issue;
  }

  Optional<GitHubIssue> find(String repository, int number) {
    return Optional.ofNullable(issues.get(new Key(repository, number)));
  }

  GitHubIssue change(GitHubIssue issue, UnaryOperator<GitHubIssue> how) {
    GitHubIssue changed = how.apply(issue);
    issues.put(new Key(issue.repository(), issue.number()), changed);
    return changed;
  }

  Comment comment(GitHubIssue issue, String login, String body, Instant now) {
    Comment comment = new Comment(++comments, login, body, now);
    change(issue, each -> each.withComment(comment));
    return comment;
  }
}

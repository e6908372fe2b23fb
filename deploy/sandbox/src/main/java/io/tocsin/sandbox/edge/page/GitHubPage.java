package io.tocsin.sandbox.edge.page;

import io.tocsin.sandbox.core.GitHubIssue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The newest issues, or one of them with all that was written.
 *
 * @param issue the one that was asked for; the newest where none was
 */
record GitHubPage(String self, String back, List<Line> issues, List<Issue> issue) {
  private static final int SHOWN = 50;

  /** An issue in the list. */
  record Line(String name, String title, String address, boolean open) {}

  /** An issue. */
  record Issue(
      String name,
      String title,
      String login,
      Moment at,
      boolean open,
      String reason,
      List<String> labels,
      String bodyHtml,
      List<Comment> comments) {}

  record Comment(String login, Moment at, String bodyHtml) {}

  static GitHubPage of(List<GitHubIssue> issues, Markdown markdown, Visit visit) {
    List<GitHubIssue> newest =
        new ArrayList<>(issues.subList(Math.max(0, issues.size() - SHOWN), issues.size()));
    Collections.reverse(newest);
    Optional<GitHubIssue> asked =
        issues.stream()
            .filter(issue -> name(issue).equals(visit.text("issue")))
            .findFirst()
            .or(() -> newest.stream().findFirst());
    return new GitHubPage(
        visit.text("as").isBlank() ? "r-engineer" : visit.text("as").strip(),
        visit.back(),
        newest.stream()
            .map(
                issue ->
                    new Line(
                        name(issue),
                        issue.text().title(),
                        visit.with("issue", name(issue)),
                        issue.state().open()))
            .toList(),
        asked.map(issue -> of(issue, markdown)).stream().toList());
  }

  private static Issue of(GitHubIssue issue, Markdown markdown) {
    return new Issue(
        name(issue),
        issue.text().title(),
        issue.login(),
        Moment.of(issue.times().created()),
        issue.state().open(),
        Optional.ofNullable(issue.state().reason()).orElse("").replace('_', ' '),
        issue.labels(),
        markdown.html(issue.text().body()),
        issue.comments().stream()
            .map(
                comment ->
                    new Comment(
                        comment.login(), Moment.of(comment.at()), markdown.html(comment.body())))
            .toList());
  }

  private static String name(GitHubIssue issue) {
    return issue.repository() + "#" + issue.number();
  }
}

package io.tocsin.sandbox.core;

import io.tocsin.sandbox.core.GitHubIssue.Comment;
import io.tocsin.sandbox.core.GitHubIssue.Text;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** GitHub's REST API for issues, as far as an incident's ticket needs it. */
public final class GitHub {
  private static final Pattern PATH =
      Pattern.compile(
          Provider.GITHUB.path()
              + "/repos/([^/?]+/[^/?]+)/issues(?:/([1-9]\\d{0,8})(/comments|/labels)?)?(?:\\?.*)?");
  private static final Pattern REPOSITORY =
      Pattern.compile(Provider.GITHUB.path() + "/repos/([^/?]+/[^/?]+)(?:\\?.*)?");
  private static final Pattern LIMITS =
      Pattern.compile(Provider.GITHUB.path() + "/rate_limit(?:\\?.*)?");
  private static final int LONGEST_TITLE = 256;
  private static final int LONGEST_BODY = 65_536;
  private static final int LONGEST_LABEL = 50;

  private final GitHubIssues issues;

  public GitHub(GitHubIssues issues) {
    this.issues = issues;
  }

  /** All issues, in the order in which they were opened. */
  public List<GitHubIssue> issues() {
    return issues.all();
  }

  /**
   * Lets a person do something to an issue, and tells what GitHub then says of it.
   *
   * @param delivery the id of its webhook
   */
  public Optional<OutgoingCallback> act(Deed deed, String delivery, Instant now) {
    int hash = deed.on().indexOf('#');
    String number = deed.on().substring(hash + 1);
    if (hash < 0 || !number.matches("[1-9]\\d{0,8}")) {
      return Optional.empty();
    }
    return issues
        .find(deed.on().substring(0, hash), Integer.parseInt(number))
        .map(
            issue -> {
              if (deed.kind() != Deed.Kind.COMMENT) {
                boolean closes = deed.kind() == Deed.Kind.CLOSE;
                GitHubIssue changed =
                    issues.change(
                        issue, each -> closes ? each.closed("completed", now) : each.reopened(now));
                return GitHubWebhooks.changed(
                    deed.kind().event(), changed, deed.person(), delivery);
              }
              Comment comment = issues.comment(issue, deed.person(), deed.text(), now);
              return GitHubWebhooks.commented(issue, comment, delivery);
            });
  }

  /** Forgets all issues. */
  public void clear() {
    issues.clear();
  }

  /**
   * Answers a request, and does what it asks if the answer says so.
   *
   * @param path with its query
   * @param json the body, or empty where it is not a JSON object
   * @param happening named by the webhook that tells of it
   */
  public Answer answer(
      String method, String path, Optional<Map<String, Object>> json, Happening happening) {
    Matcher where = PATH.matcher(path);
    if (!where.matches()) {
      return method.equals("GET") ? asked(path) : notFound();
    }
    String repository = where.group(1);
    GitHubQuery query = GitHubQuery.of(path);
    Map<String, Object> body = json.orElse(Map.of());
    if (where.group(2) == null) {
      return switch (method) {
        case "GET" -> list(repository, query);
        case "POST" -> open(repository, body, happening);
        default -> notFound();
      };
    }
    String below = Objects.requireNonNullElse(where.group(3), "");
    return issues
        .find(repository, Integer.parseInt(where.group(2)))
        .map(issue -> answer(method + below, issue, query, body, happening))
        .orElseGet(GitHub::notFound);
  }

  /** Every repository is there, and its issues are turned on. */
  private static Answer asked(String path) {
    Matcher repository = REPOSITORY.matcher(path);
    if (repository.matches()) {
      String name = repository.group(1);
      return Answer.of(200)
          .with("name", name.substring(name.indexOf('/') + 1))
          .with("full_name", name)
          .with("has_issues", true)
          .with("permissions", Map.of("admin", false, "push", true, "pull", true));
    }
    return LIMITS.matcher(path).matches()
        ? Answer.of(200).with("rate", Map.of("limit", 5000, "remaining", 5000))
        : notFound();
  }

  private Answer answer(
      String what,
      GitHubIssue issue,
      GitHubQuery query,
      Map<String, Object> body,
      Happening happening) {
    return switch (what) {
      case "GET" -> Answer.of(200, issue.json());
      case "PATCH" -> change(issue, body, happening);
      case "GET/comments" -> comments(issue, query);
      case "POST/comments" -> comment(issue, body, happening);
      case "POST/labels" -> label(issue, body, happening.at());
      default -> notFound();
    };
  }

  private Answer list(String repository, GitHubQuery query) {
    String state = query.text("state", "open");
    Instant since = query.since();
    List<GitHubIssue> found =
        issues.all().stream()
            .filter(issue -> issue.repository().equals(repository))
            .filter(issue -> state.equals("all") || state.equals("open") == issue.state().open())
            .filter(issue -> !issue.times().updated().isBefore(since))
            .filter(issue -> hasLabels(issue, query.text("labels", "")))
            .sorted(Comparator.comparing(GitHubIssue::number).reversed())
            .toList();
    return Answer.list(query.page(found).stream().map(GitHubIssue::json).toList());
  }

  private static boolean hasLabels(GitHubIssue issue, String wanted) {
    return wanted.isEmpty() || issue.labels().containsAll(List.of(wanted.split(",")));
  }

  private Answer open(String repository, Map<String, Object> body, Happening happening) {
    if (!(body.get("title") instanceof String title) || title.isBlank()) {
      return invalid("Issue", "title", "missing_field");
    }
    String text = text(body, "body", "");
    List<String> labels = labels(body);
    Optional<Answer> wrong = wrong(title, text, labels);
    if (wrong.isPresent()) {
      return wrong.get();
    }
    GitHubIssue issue = issues.open(repository, new Text(title, text), labels, happening.at());
    return Answer.of(201, issue.json())
        .takenAs(name(issue))
        .told(GitHubWebhooks.changed("opened", issue, GitHubAccounts.OURS, happening.id()));
  }

  private Answer change(GitHubIssue issue, Map<String, Object> body, Happening happening) {
    Text text =
        new Text(
            text(body, "title", issue.text().title()), text(body, "body", issue.text().body()));
    List<String> labels = body.containsKey("labels") ? labels(body) : issue.labels();
    Optional<Answer> wrong = wrong(text.title(), text.body(), labels);
    if (wrong.isPresent()) {
      return wrong.get();
    }
    GitHubIssue changed =
        issues.change(
            issue, each -> each.saying(text, happening.at()).labelled(labels, happening.at()));
    String state = text(body, "state", changed.state().open() ? "open" : "closed");
    String action = "edited";
    if (state.equals("closed") && changed.state().open()) {
      action = "closed";
      changed =
          issues.change(
              changed, it -> it.closed(text(body, "state_reason", "completed"), happening.at()));
    } else if (state.equals("open") && !changed.state().open()) {
      action = "reopened";
      changed = issues.change(changed, it -> it.reopened(happening.at()));
    }
    return Answer.of(200, changed.json())
        .takenAs(name(issue))
        .told(GitHubWebhooks.changed(action, changed, GitHubAccounts.OURS, happening.id()));
  }

  private static Answer comments(GitHubIssue issue, GitHubQuery query) {
    Instant since = query.since();
    List<Comment> found =
        issue.comments().stream().filter(comment -> !comment.at().isBefore(since)).toList();
    return Answer.list(query.page(found).stream().map(Comment::json).toList());
  }

  private Answer comment(GitHubIssue issue, Map<String, Object> body, Happening happening) {
    String text = text(body, "body", "");
    if (text.isBlank() || text.length() > LONGEST_BODY) {
      return invalid("IssueComment", "body", text.isBlank() ? "missing_field" : "invalid");
    }
    Comment comment = issues.comment(issue, GitHubAccounts.OURS, text, happening.at());
    return Answer.of(201, comment.json())
        .takenAs(name(issue))
        .told(GitHubWebhooks.commented(issue, comment, happening.id()));
  }

  private Answer label(GitHubIssue issue, Map<String, Object> body, Instant now) {
    Set<String> all = new LinkedHashSet<>(issue.labels());
    all.addAll(labels(body));
    GitHubIssue changed = issues.change(issue, each -> each.labelled(List.copyOf(all), now));
    return Answer.list(changed.labels().stream().map(name -> Map.of("name", name)).toList())
        .takenAs(name(issue));
  }

  private static Optional<Answer> wrong(String title, String body, List<String> labels) {
    if (title.codePointCount(0, title.length()) > LONGEST_TITLE) {
      return Optional.of(invalid("Issue", "title", "invalid"));
    }
    if (body.length() > LONGEST_BODY) {
      return Optional.of(invalid("Issue", "body", "invalid"));
    }
    return labels.stream().anyMatch(label -> label.length() > LONGEST_LABEL)
        ? Optional.of(invalid("Label", "name", "invalid"))
        : Optional.empty();
  }

  private static String name(GitHubIssue issue) {
    return issue.repository() + "#" + issue.number();
  }

  private static String text(Map<String, Object> body, String name, String otherwise) {
    return body.get(name) instanceof String text ? text : otherwise;
  }

  private static List<String> labels(Map<String, Object> body) {
    return body.get("labels") instanceof List<?> list
        ? list.stream().filter(String.class::isInstance).map(String.class::cast).toList()
        : List.of();
  }

  private static Answer notFound() {
    return Answer.of(404, Map.of("message", "Not Found"));
  }

  private static Answer invalid(String resource, String field, String code) {
    return Answer.of(422)
        .with("message", "Validation Failed")
        .with("errors", List.of(Map.of("resource", resource, "field", field, "code", code)));
  }
}

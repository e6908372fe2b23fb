package io.tocsin.notifier.edge.github;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.tocsin.notifier.edge.provider.Answer;
import io.tocsin.notifier.edge.provider.CallUnderWay;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What may be done to issues. Finding goes through the lists, which show at once what was written;
 * GitHub's search does not.
 */
final class Issues {
  private static final int PAGE = 100;
  private static final int PAGES = 20;

  private final GitHubHttp http;
  private final CallUnderWay underWay = new CallUnderWay();

  Issues(GitHubHttp http) {
    this.http = http;
  }

  /** Opens one; labels that GitHub does not take are left out rather than the ticket. */
  IssueName open(String repository, NewIssue issue) throws IOException, GitHubSaid {
    HttpUrl url = http.at(repository, "issues").build();
    try {
      return name(repository, send("POST", url, issue));
    } catch (GitHubSaid e) {
      if (e.status() != 422 || !e.answer().text().toLowerCase(Locale.ROOT).contains("label")) {
        throw e;
      }
      return name(repository, send("POST", url, issue.withoutLabels()));
    }
  }

  /** Writes below an issue; the comment's id. */
  long comment(IssueName issue, String body) throws IOException, GitHubSaid {
    return send("POST", at(issue, "/comments").build(), new Comment(body)).path("id").asLong();
  }

  void close(IssueName issue) throws IOException, GitHubSaid {
    send("PATCH", at(issue, "").build(), new Closing("closed", "completed"));
  }

  /**
   * Brings title and labels up to date; assignees and everything that people wrote stay.
   *
   * @param ours labels that are taken away where they are not {@code wanted}
   */
  void revise(IssueName issue, String title, Set<String> ours, List<String> wanted)
      throws IOException, GitHubSaid {
    JsonNode now = send("GET", at(issue, "").build(), null);
    Set<String> labels = new LinkedHashSet<>();
    for (JsonNode label : now.path("labels")) {
      String name = label.path("name").asString("");
      if (!name.isEmpty() && !ours.contains(name)) {
        labels.add(name);
      }
    }
    labels.addAll(wanted);
    send("PATCH", at(issue, "").build(), new Revision(title, List.copyOf(labels)));
  }

  /** The issue that bears a mark, among those that changed after {@code since}. */
  Optional<IssueName> find(String repository, Predicate<String> marked, Instant since)
      throws IOException, GitHubSaid {
    HttpUrl.Builder list =
        http.at(repository, "issues")
            .addQueryParameter("state", "all")
            .addQueryParameter("sort", "created")
            .addQueryParameter("direction", "desc");
    Optional<JsonNode> found = search(list, marked, since);
    return found.map(issue -> new IssueName(repository, issue.path("number").asInt()));
  }

  /** The id of the comment that bears a mark. */
  Optional<Long> findComment(IssueName issue, Predicate<String> marked, Instant since)
      throws IOException, GitHubSaid {
    return search(at(issue, "/comments"), marked, since).map(each -> each.path("id").asLong());
  }

  private Optional<JsonNode> search(HttpUrl.Builder list, Predicate<String> marked, Instant since)
      throws IOException, GitHubSaid {
    list.addQueryParameter("since", since.truncatedTo(ChronoUnit.SECONDS).toString())
        .addQueryParameter("per_page", Integer.toString(PAGE));
    for (int page = 1; page <= PAGES; page++) {
      JsonNode entries =
          send("GET", list.setQueryParameter("page", Integer.toString(page)).build(), null);
      Iterator<JsonNode> each = entries.iterator();
      while (each.hasNext()) {
        JsonNode entry = each.next();
        if (!entry.has("pull_request") && marked.test(entry.path("body").asString(""))) {
          return Optional.of(entry);
        }
      }
      if (entries.size() < PAGE) {
        return Optional.empty();
      }
    }
    throw new GitHubSaid(
        0, Answer.Kind.BUSY, "too much was written since to tell whether it is there already");
  }

  /** Gives up what is under way, from another thread. */
  void cancel() {
    underWay.cancel();
  }

  private JsonNode send(String method, HttpUrl url, @Nullable Object body)
      throws IOException, GitHubSaid {
    return http.send(method, url, body, underWay::follow);
  }

  private HttpUrl.Builder at(IssueName issue, String below) {
    return http.at(issue.repository(), "issues/" + issue.number() + below);
  }

  private static IssueName name(String repository, JsonNode issue) throws IOException {
    int number = issue.path("number").asInt();
    if (number < 1) {
      throw new IOException("GitHub took the issue and did not number it");
    }
    return new IssueName(repository, number);
  }

  /** A new issue, field by field as GitHub names them. */
  record NewIssue(String title, String body, @Nullable List<String> labels) {
    NewIssue withoutLabels() {
      return new NewIssue(title, body, null);
    }
  }

  private record Comment(String body) {}

  private record Closing(String state, @JsonProperty("state_reason") String reason) {}

  private record Revision(String title, List<String> labels) {}
}

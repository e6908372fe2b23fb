package io.tocsin.sandbox.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The stand-in holds issues as GitHub does, as far as a ticket needs it. */
class GitHubTest {
  private static final Instant TEN = Instant.parse("2026-03-02T10:00:00Z");
  private static final String ISSUES = "/github/repos/healthflow/portals/issues";

  private final GitHub gitHub = new GitHub(new GitHubIssues(100));

  @Test
  void anIssueIsOpenedUnderTheNextNumberOfItsRepository() {
    assertThat(open("one").body()).containsEntry("number", 1).containsEntry("state", "open");
    assertThat(open("two").body()).containsEntry("number", 2);
    assertThat(send("POST", "/github/repos/healthflow/other/issues", Map.of("title", "x")).body())
        .containsEntry("number", 1);
    assertThat(open("three").takenAs()).isEqualTo("healthflow/portals#3");
  }

  @Test
  void aNumberIsNeverGivenTwice() {
    open("one");
    gitHub.clear();
    assertThat(open("two").body()).containsEntry("number", 2);
  }

  @Test
  void aRepositoryAndTheLimitsOfATokenCanBeRead() {
    assertThat(send("GET", "/github/repos/healthflow/portals", Map.of()).body())
        .containsEntry("full_name", "healthflow/portals")
        .containsEntry("has_issues", true);
    assertThat(send("GET", "/github/rate_limit", Map.of()).status()).isEqualTo(200);
    assertThat(send("GET", "/github/user", Map.of()).status()).isEqualTo(404);
    assertThat(send("DELETE", "/github/repos/healthflow/portals", Map.of()).status())
        .isEqualTo(404);
  }

  @Test
  void anIssueWithoutATitleIsRefusedInGitHubsWords() {
    Answer answer = send("POST", ISSUES, Map.of("body", "text"));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body())
        .containsEntry("message", "Validation Failed")
        .containsEntry(
            "errors",
            List.of(Map.of("resource", "Issue", "field", "title", "code", "missing_field")));
    assertThat(answer.takenAs()).isNull();
  }

  @Test
  void whatIsTooLongIsRefused() {
    assertThat(send("POST", ISSUES, Map.of("title", "x".repeat(257))).status()).isEqualTo(422);
    assertThat(send("POST", ISSUES, Map.of("title", "x", "body", "y".repeat(65_537))).status())
        .isEqualTo(422);
    assertThat(
            send("POST", ISSUES, Map.of("title", "x", "labels", List.of("l".repeat(51)))).status())
        .isEqualTo(422);
    assertThat(gitHub.issues()).isEmpty();
  }

  @Test
  void theNewestComeFirstAndPageByPage() {
    for (int i = 1; i <= 5; i++) {
      open("issue " + i);
    }
    assertThat(numbers("?state=all&per_page=2&page=1")).containsExactly(5, 4);
    assertThat(numbers("?state=all&per_page=2&page=3")).containsExactly(1);
    assertThat(numbers("?state=all&per_page=2&page=4")).isEmpty();
  }

  @Test
  void onlyWhatChangedSinceIsListed() {
    open("old");
    gitHub.answer(
        "POST",
        ISSUES,
        Optional.of(Map.of("title", "new")),
        new Happening("d", TEN.plusSeconds(3600)));
    assertThat(numbers("?since=2026-03-02T10%3A30%3A00Z")).containsExactly(2);
    send("POST", ISSUES + "/1/comments", Map.of("body", "x"), TEN.plusSeconds(7200));
    assertThat(numbers("?since=2026-03-02T10:30:00Z")).containsExactly(2, 1);
  }

  @Test
  void aClosedIssueIsListedOnlyWhereItIsAskedFor() {
    open("one");
    Answer closed =
        send("PATCH", ISSUES + "/1", Map.of("state", "closed", "state_reason", "completed"));
    assertThat(closed.body())
        .containsEntry("state", "closed")
        .containsEntry("state_reason", "completed");
    assertThat(numbers("")).isEmpty();
    assertThat(numbers("?state=all")).containsExactly(1);
    send("PATCH", ISSUES + "/1", Map.of("state", "open"));
    assertThat(numbers("")).containsExactly(1);
  }

  @Test
  void labelsAndTitleAreReplacedAndAssigneesStay() {
    open("one");
    send("PATCH", ISSUES + "/1", Map.of("title", "other", "labels", List.of("P1", "incident")));
    GitHubIssue issue = gitHub.issues().get(0);
    assertThat(issue.text()).isEqualTo(new GitHubIssue.Text("other", "text of one"));
    assertThat(issue.labels()).containsExactly("P1", "incident");
  }

  @Test
  void commentsStandBelowTheirIssueInOrder() {
    open("one");
    send("POST", ISSUES + "/1/comments", Map.of("body", "first"));
    send("POST", ISSUES + "/1/comments", Map.of("body", "second"));
    assertThat(send("GET", ISSUES + "/1/comments?per_page=100", Map.of()).list())
        .asString()
        .contains("first", "second");
    assertThat(gitHub.issues().get(0).comments())
        .extracting(GitHubIssue.Comment::body)
        .containsExactly("first", "second");
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /github/repos/healthflow/portals/issues/9",
    "POST, /github/repos/healthflow/portals/issues/9/comments",
    "DELETE, /github/repos/healthflow/portals/issues",
    "GET, /github/user",
    "GET, /github/search/issues?q=x"
  })
  void whatIsNotThereIsNotFound(String method, String path) {
    assertThat(send(method, path, Map.of("body", "x")).status()).isEqualTo(404);
  }

  @Test
  void whatAPersonWritesIsToldSigned() {
    open("one");
    OutgoingCallback callback =
        gitHub.act(deed("comment", "the pool is empty"), "delivery-1", TEN).orElseThrow();
    assertThat(callback.path()).isEqualTo("/callbacks/github");
    assertThat(callback.payload()).containsEntry("action", "created");
    assertThat(callback.signed("secret", new byte[] {'x'}))
        .containsEntry("X-GitHub-Event", "issue_comment")
        .containsEntry("X-GitHub-Delivery", "delivery-1")
        .containsEntry(
            "X-Hub-Signature-256",
            "sha256=117eca332f7e13ccb8e4574e4f33daa212a9231353670c2b8b4797df0bb77afa");
    assertThat(gitHub.issues().get(0).comments())
        .extracting(GitHubIssue.Comment::login)
        .containsExactly("r-engineer");
  }

  @Test
  void anIssueThatAPersonClosesIsClosed() {
    open("one");
    OutgoingCallback callback = gitHub.act(deed("close", ""), "d", TEN).orElseThrow();
    assertThat(callback.payload()).containsEntry("action", "closed");
    assertThat(gitHub.issues().get(0).state().open()).isFalse();
    assertThat(
            gitHub.act(
                new Deed(
                    Provider.GITHUB, Deed.Kind.CLOSE, "r-engineer", "healthflow/portals#9", ""),
                "d",
                TEN))
        .isEmpty();
  }

  private static Deed deed(String act, String text) {
    return Deed.of(
            Map.of(
                "provider", "github",
                "act", act,
                "person", "r-engineer",
                "on", "healthflow/portals#1",
                "text", text))
        .orElseThrow();
  }

  private Answer open(String title) {
    return send("POST", ISSUES, Map.of("title", title, "body", "text of " + title));
  }

  private List<Integer> numbers(String query) {
    List<?> list = send("GET", ISSUES + query, Map.of()).list();
    return list.stream().map(each -> (Integer) ((Map<?, ?>) each).get("number")).toList();
  }

  private Answer send(String method, String path, Map<String, Object> body) {
    return send(method, path, body, TEN);
  }

  private Answer send(String method, String path, Map<String, Object> body, Instant at) {
    return gitHub.answer(method, path, Optional.of(body), new Happening("d", at));
  }
}

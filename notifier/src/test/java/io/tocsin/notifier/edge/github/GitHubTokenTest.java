package io.tocsin.notifier.edge.github;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.contracts.policy.Policies;
import io.tocsin.notifier.Fixtures;
import io.tocsin.notifier.edge.provider.Proof;
import io.tocsin.notifier.edge.provider.Proof.Verdict;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The token is proven by reading every repository that tickets go to. */
@Tag("RUN-04.3")
class GitHubTokenTest {
  private static final String TOKEN = "token-of-a-test-0123456789";
  private final MockWebServer server = new MockWebServer();

  @BeforeEach
  void start() throws IOException {
    server.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aTokenThatOpensEveryTicketRepositoryHolds() throws Exception {
    Proof proof = prove(200, "{\"full_name\":\"healthflow/portals\",\"has_issues\":true}");
    assertThat(proof).isEqualTo(Proof.holds("the token opens healthflow/portals"));
    RecordedRequest asked = server.takeRequest();
    assertThat(asked.getMethod()).isEqualTo("GET");
    assertThat(asked.getUrl().encodedPath()).isEqualTo("/repos/healthflow/portals");
    assertThat(asked.getHeaders().get("Authorization")).isEqualTo("Bearer " + TOKEN);
  }

  @ParameterizedTest
  @CsvSource({
    "401, '{}', set GITHUB_TOKEN",
    "403, '{}', healthflow/portals",
    "404, '{}', healthflow/portals",
    "200, '{\"has_issues\":false}', turn them on"
  })
  void whatWouldKeepTicketsFromBeingOpenedIsSaid(int status, String body, String said)
      throws Exception {
    Proof proof = prove(status, body);
    assertThat(proof.verdict()).isEqualTo(Verdict.REFUSED);
    assertThat(proof.text()).contains(said).doesNotContain(TOKEN);
  }

  @Test
  void whenGitHubIsBrokenNothingIsKnown() throws Exception {
    assertThat(prove(502, "{}").verdict()).isEqualTo(Verdict.UNKNOWN);
  }

  @Test
  void withoutAnyTicketRepositoryTheTokenItselfIsAsked() throws Exception {
    server.enqueue(new MockResponse.Builder().body("{}").build());
    Policies all = Fixtures.policies(0);
    Policies none =
        new Policies(all.hash(), Map.of(), all.integrations(), all.catchAll(), all.installation());
    assertThat(prove(none).verdict()).isEqualTo(Verdict.HOLDS);
    assertThat(server.takeRequest().getUrl().encodedPath()).isEqualTo("/rate_limit");
  }

  private Proof prove(int status, String body) throws IOException {
    server.enqueue(new MockResponse.Builder().code(status).body(body).build());
    return prove(Fixtures.policies(0));
  }

  private Proof prove(Policies policies) throws IOException {
    GitHubSettings settings =
        new GitHubSettings(server.url("/").toString(), TOKEN, 0, Duration.ofMillis(800));
    return new GitHubToken(
            new GitHubHttp(GitHubHttp.client(settings), settings, () -> Fixtures.NOW),
            () -> policies)
        .prove();
  }
}

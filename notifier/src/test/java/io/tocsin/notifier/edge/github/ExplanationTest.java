package io.tocsin.notifier.edge.github;

import static io.tocsin.notifier.Fixtures.NOW;
import static io.tocsin.notifier.Fixtures.incident;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.contracts.events.Delivery;
import io.tocsin.contracts.events.MessageKind;
import io.tocsin.contracts.events.Notification.Act;
import io.tocsin.contracts.events.Reason;
import io.tocsin.notifier.Fixtures;
import io.tocsin.notifier.Golden;
import io.tocsin.notifier.edge.callback.References;
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

/** Why a ticket that somebody closed is not taken for closed. */
@Tag("RUN-09.2")
class ExplanationTest {
  private static final Reason WHY = new Reason("no-cause", "say its root cause and its resolution");

  private final MockWebServer gitHub = new MockWebServer();

  @BeforeEach
  void start() throws IOException {
    gitHub.start();
  }

  @AfterEach
  void stop() {
    gitHub.close();
  }

  @Test
  void itLooksAsItsGoldenFileSays() throws Exception {
    gitHub.enqueue(new MockResponse.Builder().body("[]").build());
    gitHub.enqueue(new MockResponse.Builder().code(201).body("{\"id\":7}").build());
    explain();
    gitHub.takeRequest();
    RecordedRequest comment = gitHub.takeRequest();
    assertThat(comment.getMethod()).isEqualTo("POST");
    assertThat(comment.getUrl().encodedPath())
        .isEqualTo("/repos/healthflow/portals/issues/14/comments");
    Golden.assertIs("github/not-closed-comment.json", comment.getBody().utf8() + "\n");
  }

  @Test
  void itIsGivenOnce() throws Exception {
    gitHub.enqueue(
        new MockResponse.Builder()
            .body("[{\"id\":7,\"body\":\"x\\n\\n<!-- tocsin:0a1b2c3d/RX-142/delivery-9 -->\"}]")
            .build());
    explain();
    assertThat(gitHub.getRequestCount()).isOne();
  }

  private void explain() throws IOException {
    GitHubSettings settings =
        new GitHubSettings(
            gitHub.url("/").toString().replaceAll("/$", ""), "token", 0, Duration.ofSeconds(5));
    new Explanation(
            new GitHubHttp(GitHubHttp.client(settings), settings, () -> NOW),
            references(),
            () -> "0a1b2c3d",
            "https://tocsin.example.com/")
        .give(incident(142), "delivery-9", WHY, NOW);
  }

  private static References references() {
    References references = new References(10);
    references.enter(
        new Delivery(
            Fixtures.ticket(142, 2, Act.TELL, MessageKind.TICKET, Map.of()),
            Delivery.State.SENT,
            "healthflow/portals#14",
            new Reason("accepted", "x"),
            NOW));
    references.loaded();
    return references;
  }
}

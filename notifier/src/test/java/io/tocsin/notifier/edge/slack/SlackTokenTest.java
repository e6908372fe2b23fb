package io.tocsin.notifier.edge.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.notifier.edge.provider.Proof;
import io.tocsin.notifier.edge.provider.Proof.Verdict;
import java.io.IOException;
import java.time.Duration;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Headers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The token is proven by {@code auth.test}. */
class SlackTokenTest {
  private static final String TOKEN = "xoxb-of-a-test-0123456789";
  private final MockWebServer server = new MockWebServer();
  private String url;

  @BeforeEach
  void start() throws IOException {
    server.start();
    url = server.url("/api").toString();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aKnownTokenHolds() throws Exception {
    Proof proof = prove(200, "{\"ok\":true,\"user_id\":\"U0TOCSIN\"}");
    assertThat(proof.verdict()).isEqualTo(Verdict.HOLDS);
    RecordedRequest asked = server.takeRequest();
    assertThat(asked.getUrl().encodedPath()).endsWith("/auth.test");
    assertThat(asked.getHeaders().get("Authorization")).isEqualTo("Bearer " + TOKEN);
  }

  @Test
  void aRefusedTokenSaysWhatToDoAndNotWhatItIs() throws Exception {
    Proof proof = prove(200, "{\"ok\":false,\"error\":\"invalid_auth\"}");
    assertThat(proof.verdict()).isEqualTo(Verdict.REFUSED);
    assertThat(proof.text()).contains("invalid_auth").contains("SLACK_BOT_TOKEN");
    assertThat(proof.text()).doesNotContain(TOKEN);
  }

  @Test
  void aTokenThatMayNotWriteIsRefused() throws Exception {
    server.enqueue(
        new MockResponse(
            200,
            Headers.of("x-oauth-scopes", "channels:read, im:write"),
            "{\"ok\":true,\"user_id\":\"U0TOCSIN\"}"));
    Proof proof = prove();
    assertThat(proof.verdict()).isEqualTo(Verdict.REFUSED);
    assertThat(proof.text()).contains("chat:write").doesNotContain("im:write");
  }

  @Test
  void anAddressThatIsNotSlackIsRefused() throws Exception {
    Proof proof = prove(404, "nothing here");
    assertThat(proof.verdict()).isEqualTo(Verdict.REFUSED);
    assertThat(proof.text()).contains("SLACK_API_URL");
  }

  @Test
  void whenSlackIsBrokenNothingIsKnown() throws Exception {
    assertThat(prove(503, "").verdict()).isEqualTo(Verdict.UNKNOWN);
    server.close();
    assertThatThrownBy(this::prove).isInstanceOf(IOException.class);
  }

  private Proof prove(int status, String body) throws IOException {
    server.enqueue(new MockResponse.Builder().code(status).body(body).build());
    return prove();
  }

  private Proof prove() throws IOException {
    try (SlackApi slack =
        new SlackApi(new SlackSettings(url, TOKEN, "", Duration.ofMillis(800), 4, 0, 0))) {
      return new SlackToken(slack).prove();
    }
  }
}

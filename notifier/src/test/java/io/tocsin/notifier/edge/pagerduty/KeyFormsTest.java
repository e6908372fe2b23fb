package io.tocsin.notifier.edge.pagerduty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.notifier.Fixtures;
import io.tocsin.notifier.edge.provider.Proof;
import io.tocsin.notifier.edge.provider.Proof.Verdict;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** No key is proven by an event: it would ring. */
@Tag("RUN-08.2")
class KeyFormsTest {
  private static final String KEY = "0123456789abcdef0123456789abcdef";
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
  void aKeyOfTheRightFormHoldsAndNoEventIsSent() throws Exception {
    server.enqueue(new MockResponse.Builder().code(404).build());
    Proof proof = prove(Map.of("PAGERDUTY_RX_KEY", KEY));
    assertThat(proof.verdict()).isEqualTo(Verdict.HOLDS);
    assertThat(proof.text()).contains("only an event would prove");
    assertThat(server.getRequestCount()).isOne();
    RecordedRequest asked = server.takeRequest();
    assertThat(asked.getMethod()).isEqualTo("HEAD");
    assertThat(asked.getUrl().encodedPath()).isEqualTo("/");
  }

  @Test
  void aKeyOfAnotherFormOrNoneIsSaidByItsName() throws Exception {
    server.enqueue(new MockResponse.Builder().code(404).build());
    Proof wrong = prove(Map.of("PAGERDUTY_RX_KEY", "secret-but-short"));
    assertThat(wrong.verdict()).isEqualTo(Verdict.REFUSED);
    assertThat(wrong.text()).contains("${PAGERDUTY_RX_KEY}").doesNotContain("secret-but-short");
    server.enqueue(new MockResponse.Builder().code(404).build());
    assertThat(prove(Map.of()).text()).contains("set PAGERDUTY_RX_KEY");
  }

  @Test
  void aHostThatDoesNotAnswerLeavesItOpen() {
    server.enqueue(new MockResponse.Builder().code(503).build());
    assertThatThrownBy(() -> prove(Map.of("PAGERDUTY_RX_KEY", KEY)))
        .isInstanceOf(IOException.class);
  }

  private Proof prove(Map<String, String> secrets) throws IOException {
    return new PagerDutyChannel(
            new PagerDutySettings(
                server.url("/pagerduty").toString(), false, Duration.ofMillis(800), 4),
            () -> Fixtures.policies(0),
            () -> "0a1b2c3d",
            name -> Optional.ofNullable(secrets.get(name)),
            "")
        .prove();
  }
}

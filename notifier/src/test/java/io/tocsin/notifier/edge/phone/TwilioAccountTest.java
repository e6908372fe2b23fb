package io.tocsin.notifier.edge.phone;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.notifier.edge.provider.Proof;
import io.tocsin.notifier.edge.provider.Proof.Verdict;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Credentials;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The account is proven by reading it: nobody is called. */
@Tag("RUN-08.2")
class TwilioAccountTest {
  private final MockWebServer server = new MockWebServer();

  @BeforeEach
  void start() throws Exception {
    server.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void theAccountIsReadWithOurCredentials() throws Exception {
    assertThat(prove(200, "{\"status\":\"active\"}").verdict()).isEqualTo(Verdict.HOLDS);
    RecordedRequest asked = server.takeRequest();
    assertThat(asked.getMethod()).isEqualTo("GET");
    assertThat(asked.getUrl().encodedPath()).isEqualTo("/2010-04-01/Accounts/ACtest.json");
    assertThat(asked.getHeaders().get("Authorization"))
        .isEqualTo(Credentials.basic("ACtest", TestPhone.TOKEN));
  }

  @ParameterizedTest
  @CsvSource({
    "401, '{\"code\":20003}', REFUSED",
    "404, '{\"code\":20404}', REFUSED",
    "200, '{\"status\":\"suspended\"}', REFUSED",
    "429, '{}', UNKNOWN",
    "500, '', UNKNOWN"
  })
  void whatTwilioAnswersIsTold(int status, String body, Verdict verdict) throws Exception {
    Proof proof = prove(status, body);
    assertThat(proof.verdict()).isEqualTo(verdict);
    assertThat(proof.text()).doesNotContain(TestPhone.TOKEN);
  }

  private Proof prove(int status, String body) throws Exception {
    server.enqueue(new MockResponse.Builder().code(status).body(body).build());
    PhoneSettings settings = TestPhone.settings(server.url("/").toString(), 0);
    return new PhoneChannel(PhoneConfiguration.client(settings), TestPhone.desk(settings)).prove();
  }
}

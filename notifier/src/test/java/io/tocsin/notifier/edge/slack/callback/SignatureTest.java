package io.tocsin.notifier.edge.slack.callback;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.notifier.Fixtures;
import io.tocsin.notifier.edge.callback.Given;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Slack's signature v0: over the raw body, and five minutes to both sides. */
class SignatureTest {
  private static final String SECRET = "8f742231b10e8888abcd99yyyzzz85a5";
  private static final String BODY = "command=%2Fincident&text=ack+RX-142";

  private final Signature signature = new Signature(SECRET);

  @ParameterizedTest
  @CsvSource({"0,true", "-299,true", "299,true", "-301,false", "301,false"})
  void onlyWhatWasSignedWithinFiveMinutesIsGenuine(long seconds, boolean genuine) {
    long at = Fixtures.NOW.getEpochSecond() + seconds;
    assertThat(isGenuine(Long.toString(at), sign(at, BODY), BODY)).isEqualTo(genuine);
  }

  @Test
  void anotherBodyIsNotGenuine() {
    long at = Fixtures.NOW.getEpochSecond();
    assertThat(isGenuine(Long.toString(at), sign(at, BODY), BODY + "3")).isFalse();
    assertThat(isGenuine(Long.toString(at), sign(at, BODY), BODY.replace("+", "%20"))).isFalse();
  }

  @Test
  void aTimeThatWasNotSignedIsNotGenuine() {
    long at = Fixtures.NOW.getEpochSecond();
    assertThat(isGenuine(Long.toString(at + 1), sign(at, BODY), BODY)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"''", "abc", "-1", "99999999999999999999"})
  void aTimeThatIsNoneIsNotGenuine(String timestamp) {
    assertThat(isGenuine(timestamp, "v0=00", BODY)).isFalse();
  }

  @Test
  void withoutASignatureNothingIsGenuine() {
    assertThat(signature.isGenuine(Given.callback("/x", BODY, Map.of()))).isFalse();
  }

  private boolean isGenuine(String timestamp, String signed, String body) {
    return signature.isGenuine(
        Given.callback(
            "/callbacks/slack/commands",
            body,
            Map.of("X-Slack-Request-Timestamp", timestamp, "X-Slack-Signature", signed)));
  }

  private static String sign(long at, String body) {
    return "v0=" + Given.hmac(SECRET, "v0:" + at + ":" + body);
  }
}

package io.tocsin.alertingest.core.sns;

import static io.tocsin.alertingest.support.SnsSigner.TOPIC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.alertingest.core.Unreadable;
import io.tocsin.alertingest.edge.json.JacksonReader;
import io.tocsin.alertingest.support.SnsSigner;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("RUN-03.1b")
class EnvelopeTest {
  private static final String FILE = SnsSigner.FILE;
  private static final Topic US = Topic.of(TOPIC).orElseThrow();
  private static final ReplayWindow WINDOW =
      new ReplayWindow(Duration.ofMinutes(65), Duration.ofMinutes(5));

  @ParameterizedTest
  @CsvSource({
    "arn:aws:sns:us-east-1:123456789012:alarms, sns.us-east-1.amazonaws.com",
    "arn:aws-cn:sns:cn-north-1:123456789012:alarms, sns.cn-north-1.amazonaws.com.cn",
    "arn:aws-us-gov:sns:us-gov-west-1:123456789012:alarms, sns.us-gov-west-1.amazonaws.com"
  })
  void aCertificateIsTakenFromTheHostOfTheTopicsRegion(String arn, String host) {
    Topic topic = Topic.of(arn).orElseThrow();

    assertThat(CertificateAddress.of("https://" + host + "/" + FILE, topic))
        .contains(new CertificateAddress(host, FILE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://sns.us-east-1.amazonaws.com/" + SnsSigner.FILE,
        "https://sns.eu-west-1.amazonaws.com/" + SnsSigner.FILE,
        "https://sns.us-east-1.amazonaws.com.cn/" + SnsSigner.FILE,
        "https://sns.us-east-1.amazonaws.com@evil.example.com/" + SnsSigner.FILE,
        "https://evil@sns.us-east-1.amazonaws.com/" + SnsSigner.FILE,
        "https://sns.us-east-1.amazonaws.com:8443/" + SnsSigner.FILE,
        "https://sns.us-east-1.amazonaws.com.evil.example.com/" + SnsSigner.FILE,
        "https://evil.example.com/sns.us-east-1.amazonaws.com/" + SnsSigner.FILE,
        "https://sns.us-east-1.amazonaws.com/../" + SnsSigner.FILE,
        "https://sns.us-east-1.amazonaws.com/x/" + SnsSigner.FILE,
        "https://sns.us-east-1.amazonaws.com/" + SnsSigner.FILE + "?x",
        "https://sns.us-east-1.amazonaws.com/" + SnsSigner.FILE + "#x",
        "https://sns.us-east-1.amazonaws.com/" + SnsSigner.FILE + "\n",
        "https://sns.us-east-1.amazonaws.com/SimpleNotificationService-..pem",
        "https://sns.us-east-1.amazonaws.com/?Action=ConfirmSubscription",
        "https://bucket.s3.amazonaws.com/" + SnsSigner.FILE,
        ""
      })
  void aCertificateFromAnywhereElseIsNone(String url) {
    assertThat(CertificateAddress.of(url, US)).isEmpty();
  }

  @Test
  void aRegionThatIsNotListedHasNoHost() {
    Topic nowhere = Topic.of("arn:aws:sns:xx-east-9:123456789012:alarms").orElseThrow();

    assertThat(CertificateAddress.of("https://sns.xx-east-9.amazonaws.com/" + FILE, nowhere))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-09-21T13:10:00.000Z, true",
    "2026-09-21T14:10:00.000Z, true",
    "2026-09-21T14:19:00Z, true",
    "2026-09-21T13:09:59.999Z, false",
    "2026-09-21T14:20:00.001Z, false",
    "2025-09-21T14:15:00.000Z, false",
    "yesterday, false",
    "'', false"
  })
  void aMessageIsTakenOnlyNearItsTime(String timestamp, boolean taken) throws Unreadable {
    Envelope envelope = envelope(Map.of("Timestamp", timestamp));

    assertThat(WINDOW.holds(envelope, Instant.parse("2026-09-21T14:15:00Z"))).isEqualTo(taken);
  }

  @Test
  void aSubscriptionIsConfirmedByTopicAndTokenAndNeverByTheAddressGiven() throws Unreadable {
    Envelope handshake =
        envelope(SnsSigner.handshakeFields("SubscriptionConfirmation", "2026-09-21T14:15:00Z"));

    assertThat(Confirmation.of(handshake, US).orElseThrow().uri().toString())
        .isEqualTo(
            "https://sns.us-east-1.amazonaws.com/?Action=ConfirmSubscription&Version=2010-03-31"
                + "&TopicArn=arn:aws:sns:us-east-1:123456789012:alarms"
                + "&Token=2336412f37fb687f5d51e6e2425929f52e8e353134fe72d5");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a&TopicArn=b", "a b", "../", "%41", "ü"})
  void aTokenThatIsNoneConfirmsNothing(String token) throws Unreadable {
    Map<String, String> fields =
        SnsSigner.handshakeFields("SubscriptionConfirmation", "2026-09-21T14:15:00Z");
    fields.put("Token", token);

    assertThat(Confirmation.of(envelope(fields), US)).isEmpty();
  }

  /** Otherwise the text that was signed could be parted in another way, and be another delivery. */
  @Test
  void aMessageIdHoldsNoLineBreak() {
    assertThatThrownBy(() -> envelope(Map.of("MessageId", "a\nSubject\nb")))
        .isInstanceOf(Unreadable.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "\"text\"", "{}", "{\"Type\":\"Notification\"}", "a=b", "plain"})
  void whatIsNoEnvelopeIsNone(String body) {
    assertThatThrownBy(
            () -> Envelope.of(body.getBytes(StandardCharsets.UTF_8), new JacksonReader()))
        .isInstanceOf(Unreadable.class);
  }

  private static Envelope envelope(Map<String, String> changes) throws Unreadable {
    Map<String, String> fields =
        SnsSigner.notificationFields("id", "message", "2026-09-21T14:15:00Z");
    fields.put("Signature", "AAAA");
    fields.putAll(changes);
    return Envelope.of(
        SnsSigner.json(fields).getBytes(StandardCharsets.UTF_8), new JacksonReader());
  }
}

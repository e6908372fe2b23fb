package io.tocsin.alertingest.core.sns;

import static io.tocsin.alertingest.support.SnsSigner.handshakeFields;
import static io.tocsin.alertingest.support.SnsSigner.notificationFields;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.alertingest.core.Unreadable;
import io.tocsin.alertingest.edge.json.JacksonReader;
import io.tocsin.alertingest.support.AwsVerifier;
import io.tocsin.alertingest.support.Samples;
import io.tocsin.alertingest.support.SnsSigner;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.regions.Region;
import tools.jackson.databind.json.JsonMapper;

/** What we accept, AWS's own verifier accepts, and what one refuses, the other does. */
@Tag("RUN-03.1b")
class ProofTest {
  // AWS's verifier takes the time from the system
  private static final Instant NOW = Instant.now();
  private static final SnsSigner SIGNER = SnsSigner.validAt(NOW);
  private static final AwsVerifier AWS = new AwsVerifier(Region.US_EAST_1, path -> SIGNER.pem());
  private static final String TIME = "2026-09-21T14:13:20.000Z";
  private static final String PEM =
      "sns/SimpleNotificationService-7506a1e35b36ef5a444dd1a8e7cc3ed8.pem";

  @ParameterizedTest
  @MethodSource("genuine")
  void aMessageThatSnsSignedIsProvenHereAndAtAws(Map<String, String> fields) {
    String body = SIGNER.signed(fields);

    assertThat(isProven(body)).isTrue();
    assertThat(AWS.accepts(body)).isTrue();
  }

  @ParameterizedTest
  @MethodSource("tampered")
  void aMessageThatWasChangedIsRefusedHereAndAtAws(Map<String, String> fields) {
    String body = SnsSigner.json(fields);

    assertThat(isProven(body)).isFalse();
    assertThat(AWS.accepts(body)).isFalse();
  }

  @Test
  void aMessageThatAnotherKeySignedIsRefusedHereAndAtAws() {
    String body = SnsSigner.validAt(NOW).notification("{}", TIME);

    assertThat(isProven(body)).isFalse();
    assertThat(AWS.accepts(body)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(longs = {-3, 3})
  void aCertificateProvesNothingBeforeAndAfterItsTime(long days) {
    String body = SIGNER.notification("{}", TIME);
    Instant then = NOW.plus(Duration.ofDays(days));

    assertThatThrownBy(() -> Proof.check(envelope(body), SIGNER.certificate(), then))
        .isInstanceOf(Unproven.class)
        .hasMessageContaining("valid");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sns-notification-no-subject-sigv1-real.json",
        "sns-notification-sigv2-real.json",
        "sns-notification-with-subject-sigv1-real.json",
        "sns-subscription-confirmation-sigv1-real.json",
        "sns-unsubscribe-confirmation-sigv2-real.json"
      })
  void whatAwsItselfSignedIsProven(String name) throws Exception {
    Envelope envelope = envelope(Samples.text("sns/" + name));
    X509Certificate certificate = certificate(Samples.text(PEM));
    Topic topic = Topic.of(envelope.topicArn()).orElseThrow();

    Proof.check(envelope, certificate, Instant.parse("2026-03-06T20:00:00Z"));

    assertThat(CertificateAddress.of(envelope.signingCertUrl(), topic)).isPresent();
    assertThatThrownBy(
            () -> Proof.check(envelope, certificate, Instant.parse("2026-11-22T00:00:00Z")))
        .hasMessageContaining("valid no more");
  }

  static List<Map<String, String>> genuine() {
    List<Map<String, String>> genuine = new ArrayList<>();
    for (String version : List.of("1", "2")) {
      for (Map<String, String> fields : unsigned()) {
        genuine.add(with(fields, "SignatureVersion", version));
      }
    }
    return genuine;
  }

  static List<Map<String, String>> tampered() {
    List<Map<String, String>> tampered = new ArrayList<>();
    for (Map<String, String> fields : unsigned()) {
      Map<String, String> signed = read(SIGNER.signed(fields));
      for (String name : List.of("MessageId", "TopicArn", "Message", "Timestamp", "Type")) {
        tampered.add(with(signed, name, changed(name, signed.get(name))));
      }
      tampered.add(
          with(signed, "SignatureVersion", signed.get("SignatureVersion").equals("1") ? "2" : "1"));
      tampered.add(with(signed, "SignatureVersion", "3"));
      tampered.add(with(signed, "Signature", "AAAA"));
      tampered.add(with(signed, "Signature", "no base64!"));
    }
    Map<String, String> notification = read(SIGNER.signed(unsigned().get(0)));
    tampered.add(with(notification, "Subject", "OK: all is well"));
    Map<String, String> bare = new LinkedHashMap<>(notification);
    bare.remove("Subject");
    tampered.add(bare);
    Map<String, String> handshake = read(SIGNER.signed(unsigned().get(2)));
    tampered.add(with(handshake, "Token", "another"));
    tampered.add(with(handshake, "SubscribeURL", "https://elsewhere.example.com/"));
    return tampered;
  }

  private static List<Map<String, String>> unsigned() {
    Map<String, String> plain = notificationFields("id-1", "The disk is full: ünïcode \\ \"", TIME);
    plain.remove("Subject");
    return List.of(
        notificationFields("id-2", "{\"AlarmName\":\"a\"}\nsecond line\n", TIME),
        plain,
        handshakeFields("SubscriptionConfirmation", TIME),
        handshakeFields("UnsubscribeConfirmation", TIME));
  }

  private static String changed(String name, String value) {
    return switch (name) {
      case "Timestamp" -> "2026-09-21T14:13:20.001Z";
      case "Type" -> value.equals("Notification") ? "UnsubscribeConfirmation" : "Notification";
      default -> value + "x";
    };
  }

  private static Map<String, String> with(Map<String, String> fields, String name, String value) {
    Map<String, String> changed = new LinkedHashMap<>(fields);
    changed.put(name, value);
    return changed;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, String> read(String body) {
    return JsonMapper.builder().build().readValue(body, Map.class);
  }

  private static boolean isProven(String body) {
    try {
      Proof.check(envelope(body), SIGNER.certificate(), NOW);
      return true;
    } catch (Unreadable | Unproven e) {
      return false;
    }
  }

  private static Envelope envelope(String body) throws Unreadable {
    return Envelope.of(body.getBytes(StandardCharsets.UTF_8), new JacksonReader());
  }

  private static X509Certificate certificate(String pem) throws CertificateException {
    return (X509Certificate)
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.UTF_8)));
  }
}

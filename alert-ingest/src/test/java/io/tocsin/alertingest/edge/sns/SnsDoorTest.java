package io.tocsin.alertingest.edge.sns;

import static io.tocsin.alertingest.support.SnsSigner.handshakeFields;
import static io.tocsin.alertingest.support.SnsSigner.notificationFields;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tocsin.alertingest.core.sns.Confirmation;
import io.tocsin.alertingest.core.sns.ReplayWindow;
import io.tocsin.alertingest.core.sns.Unproven;
import io.tocsin.alertingest.edge.http.Problem;
import io.tocsin.alertingest.edge.http.Refused;
import io.tocsin.alertingest.edge.json.JacksonReader;
import io.tocsin.alertingest.support.Aws;
import io.tocsin.alertingest.support.SnsSigner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.Exceptions;
import reactor.core.publisher.Mono;

@Tag("RUN-03.1b")
class SnsDoorTest {
  private static final Instant NOW = Instant.parse("2026-09-21T14:15:00Z");
  private static final String SENT_AT = "2026-09-21T14:14:59.000Z";
  private static final SnsSigner SIGNER = SnsSigner.validAt(NOW);

  private final List<String> asked = new ArrayList<>();
  private final List<Confirmation> confirmed = new ArrayList<>();
  private Mono<Void> sns = Mono.empty();
  private Certificates certificates =
      address -> {
        asked.add(address.uri().toString());
        return Mono.just(SIGNER.certificate());
      };

  @Test
  void whatATopicSignedIsLetInUnderItsMessageId() {
    assertThat(open(SIGNER.signed(notificationFields("id-1", "text", SENT_AT)))).isEqualTo("id-1");
    assertThat(asked).containsExactly(SnsSigner.CERTIFICATE);
  }

  @Test
  void aForeignTopicIsRefusedAndNothingIsFetchedForIt() {
    Map<String, String> fields = notificationFields("id-1", "text", SENT_AT);
    fields.put("TopicArn", "arn:aws:sns:us-east-1:999999999999:alarms");

    assertThat(refused(SIGNER.signed(fields))).isEqualTo(Problem.FOREIGN_TOPIC);
    assertThat(asked).isEmpty();
  }

  @Test
  void aSubscriptionOfAForeignTopicIsNotConfirmed() {
    Map<String, String> fields = handshakeFields("SubscriptionConfirmation", SENT_AT);
    fields.put("TopicArn", "arn:aws:sns:us-east-1:999999999999:alarms");

    assertThat(refused(SIGNER.signed(fields))).isEqualTo(Problem.FOREIGN_TOPIC);
    assertThat(confirmed).isEmpty();
  }

  @Test
  void aCertificateFromElsewhereIsNotFetched() {
    Map<String, String> fields = notificationFields("id-1", "text", SENT_AT);
    fields.put("SigningCertURL", "https://attacker.example.com/" + SnsSigner.FILE);

    assertThat(refused(SIGNER.signed(fields))).isEqualTo(Problem.UNPROVEN);
    assertThat(asked).isEmpty();
  }

  @Test
  void aMessageThatWasRecordedIsOfNoUseLater() {
    String old = SIGNER.signed(notificationFields("id-1", "text", "2026-09-21T13:00:00.000Z"));
    String early = SIGNER.signed(notificationFields("id-1", "text", "2026-09-21T14:25:00.000Z"));

    assertThat(refused(old)).isEqualTo(Problem.OUT_OF_TIME);
    assertThat(refused(early)).isEqualTo(Problem.OUT_OF_TIME);
  }

  @Test
  void rawDeliveryHasNoProof() {
    assertThat(refused("{\"AlarmName\": \"a\", \"NewStateValue\": \"ALARM\"}"))
        .isEqualTo(Problem.UNPROVEN);
    assertThat(refused("plain text")).isEqualTo(Problem.UNPROVEN);
  }

  @Test
  void anUnsignedMessageHasNoProof() {
    assertThat(refused(Aws.unsigned(notificationFields("id-1", "text", SENT_AT))))
        .isEqualTo(Problem.UNPROVEN);
  }

  @Test
  void aCertificateThatCannotBeHadIsAskedForAgainLater() {
    certificates = address -> Mono.error(new IOException("no route"));
    assertThat(refused(SIGNER.notification("text", SENT_AT))).isEqualTo(Problem.PROOF_AWAY);

    certificates = address -> Mono.error(new Unproven("there is none"));
    assertThat(refused(SIGNER.notification("text", SENT_AT))).isEqualTo(Problem.UNPROVEN);
  }

  @Test
  void aSubscriptionIsConfirmedOnceItIsProven() {
    Map<String, String> fields = handshakeFields("SubscriptionConfirmation", SENT_AT);
    assertThat(open(SIGNER.signed(fields))).isEqualTo(fields.get("MessageId"));
    assertThat(confirmed)
        .singleElement()
        .satisfies(
            one ->
                assertThat(one.uri().toString())
                    .startsWith("https://sns.us-east-1.amazonaws.com/")
                    .contains(fields.get("Token"))
                    .doesNotContain("attacker"));

    fields.put("Signature", "AAAA");
    assertThat(refused(SnsSigner.json(fields))).isEqualTo(Problem.UNPROVEN);
    assertThat(confirmed).hasSize(1);
  }

  @Test
  void aConfirmationThatSnsDoesNotTakeIsTriedAgain() {
    sns = Mono.error(new IOException("no route"));

    assertThat(refused(SIGNER.signed(handshakeFields("SubscriptionConfirmation", SENT_AT))))
        .isEqualTo(Problem.UNCONFIRMED);
  }

  @Test
  void theEndOfASubscriptionCallsNobody() {
    open(SIGNER.signed(handshakeFields("UnsubscribeConfirmation", SENT_AT)));

    assertThat(confirmed).isEmpty();
  }

  private Problem refused(String body) {
    Exception thrown = catchThrowableOfType(RuntimeException.class, () -> open(body));
    assertThat(thrown).isNotNull();
    Throwable cause = Exceptions.unwrap(thrown);
    assertThat(cause).isInstanceOf(Refused.class);
    assertThat(cause.getMessage()).isNotBlank();
    return ((Refused) cause).problem();
  }

  private String open(String body) {
    Subscriptions subscriptions =
        new Subscriptions(WebClient.create()) {
          @Override
          public Mono<Void> confirm(Confirmation confirmation) {
            confirmed.add(confirmation);
            return sns;
          }
        };
    return new SnsDoor(
            new JacksonReader(),
            certificates,
            subscriptions,
            new ReplayWindow(Duration.ofMinutes(65), Duration.ofMinutes(5)),
            InstantSource.fixed(NOW))
        .open(Aws.integration("cloudwatch"), body.getBytes(StandardCharsets.UTF_8))
        .block(Duration.ofSeconds(10));
  }
}

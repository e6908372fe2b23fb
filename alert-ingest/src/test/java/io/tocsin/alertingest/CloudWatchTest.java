package io.tocsin.alertingest;

import static io.tocsin.alertingest.support.Given.fixture;
import static io.tocsin.alertingest.support.Given.integration;
import static io.tocsin.alertingest.support.Given.policies;
import static io.tocsin.alertingest.support.Ingest.assertProblem;
import static io.tocsin.alertingest.support.Ingest.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tocsin.alertingest.support.Aws;
import io.tocsin.alertingest.support.Broker;
import io.tocsin.alertingest.support.Ingest;
import io.tocsin.alertingest.support.Records;
import io.tocsin.alertingest.support.SnsSigner;
import io.tocsin.contracts.events.Alert;
import io.tocsin.contracts.events.Signal;
import io.tocsin.contracts.events.Topics;
import io.tocsin.contracts.runtime.policy.LivePolicies;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** The service on a real Kafka as SNS and EventBridge see it, with the demo's keys. */
@Tag("RUN-03.1b")
class CloudWatchTest {
  private static final String PATH = "/webhooks/cloudwatch/demo-cloudwatch";
  private static final String EVENTS = "/webhooks/eventbridge/demo-eventbridge";
  private static final String TEXT = "text/plain; charset=UTF-8";
  private static final SnsSigner SIGNER = SnsSigner.validAt(Instant.now());
  private static final Broker BROKER = new Broker();
  @TempDir static Path certificates;
  private static ConfigurableApplicationContext service;
  private static Ingest ingest;

  @BeforeAll
  static void start() throws IOException {
    Files.writeString(certificates.resolve(SnsSigner.FILE), SIGNER.pem());
    BROKER.start();
    service =
        AlertIngestApplication.start(
            Map.of(
                "server.port",
                0,
                "tocsin.kafka.bootstrap-servers",
                BROKER.address(),
                "SNS_CERTIFICATES",
                certificates,
                "tocsin.canary.every",
                "0s"),
            LivePolicies.unchanging(
                policies(
                    integration("datadog-rx", null),
                    Aws.integration("cloudwatch"),
                    Aws.integration("eventbridge"))));
    ingest =
        new Ingest(service.getEnvironment().getRequiredProperty("local.server.port", int.class));
    await()
        .atMost(Duration.ofSeconds(40))
        .until(() -> ingest.get("/actuator/health/readiness").statusCode() == 200);
  }

  @AfterAll
  static void stop() {
    service.close();
    BROKER.close();
  }

  @Test
  void aSignedAlarmIsAnAlertInKafka() {
    HttpResponse<String> response = post(SIGNER.signed(alarm()));

    assertThat(response.statusCode()).isEqualTo(202);
    Alert alert = stored(response);
    assertThat(alert.signal()).isEqualTo(Signal.TRIGGERED);
    assertThat(alert.source()).isEqualTo("cloudwatch");
    assertThat(alert.integration()).isEqualTo("cloudwatch-rx");
    assertThat(alert.environment()).isEqualTo("production");
  }

  @Test
  void aRepeatedDeliveryIsTheSameAlertAndIsStoredOnce() {
    String body = SIGNER.signed(alarm());
    HttpResponse<String> first = post(body);
    HttpResponse<String> second = post(body);

    assertThat(second.statusCode()).isEqualTo(202);
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(Records.alertsWithId(BROKER.address(), id(first))).hasSize(1);
  }

  @Test
  void aChangedMessageIsRefused() {
    Map<String, String> fields = alarm();
    String body = SIGNER.signed(fields).replace("Threshold Crossed", "Threshold crossed");

    assertProblem(post(body), 401);
  }

  @Test
  void anOldMessageIsRefused() {
    Map<String, String> fields = alarm();
    fields.put("Timestamp", Instant.now().minus(2, ChronoUnit.HOURS).toString());

    assertProblem(post(SIGNER.signed(fields)), 401);
  }

  @Test
  void aTopicThatIsNotListedIsRefused() {
    Map<String, String> fields = alarm();
    fields.put("TopicArn", "arn:aws:sns:us-east-1:123456789012:others");

    HttpResponse<String> response = post(SIGNER.signed(fields));

    assertProblem(response, 403);
    assertThat(json(response).at("/detail").asString()).contains("topics");
  }

  @Test
  void aWrongKeyIsRefusedBeforeAnythingIsRead() {
    assertProblem(ingest.post("/webhooks/cloudwatch/wrong-key", SIGNER.signed(alarm())), 401);
  }

  @Test
  void anAlarmThatCannotBeReadIsKeptAsItCame() {
    Map<String, String> fields = alarm();
    fields.put("Message", "{\"AlarmName\": \"cut off he");
    String body = SIGNER.signed(fields);

    HttpResponse<String> response = post(body);

    assertThat(response.statusCode()).isEqualTo(202);
    assertThat(json(response).at("/quarantined").asBoolean()).isTrue();
    assertThat(Records.quarantined(BROKER.address())).contains(body);
  }

  @Test
  void theEndOfASubscriptionIsAWarning() {
    String body = SIGNER.signed(SnsSigner.handshakeFields("UnsubscribeConfirmation", now()));

    assertThat(stored(post(body)).signal()).isEqualTo(Signal.WARNED);
  }

  @Test
  void anEventIsTakenByItsKeyAlone() {
    HttpResponse<String> response =
        ingest.post(EVENTS, fixture("cloudwatch/event-state-change.json"));

    assertThat(response.statusCode()).isEqualTo(202);
    assertThat(stored(response).source()).isEqualTo("eventbridge");
  }

  @Test
  void anEnvelopeAtTheWrongPathIsKeptAndSaysWhereItBelongs() {
    HttpResponse<String> response = ingest.post(EVENTS, SIGNER.signed(alarm()));

    assertThat(response.statusCode()).isEqualTo(202);
    assertThat(json(response).at("/reason").asString()).contains("/webhooks/cloudwatch");
  }

  private static HttpResponse<String> post(String body) {
    return ingest.post(PATH, body, "Content-Type", TEXT, "x-amz-sns-message-type", "Notification");
  }

  private static Map<String, String> alarm() {
    return SnsSigner.notificationFields(
        UUID.randomUUID().toString(), fixture("cloudwatch/metric-alarm.json"), now());
  }

  private static String now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
  }

  private static String id(HttpResponse<String> response) {
    return json(response).at("/alerts/0/id").asString();
  }

  private static Alert stored(HttpResponse<String> response) {
    ConsumerRecord<String, byte[]> found =
        Records.alertsWithId(BROKER.address(), id(response)).get(0);
    return Topics.ALERTS.serde().value(found.value());
  }
}

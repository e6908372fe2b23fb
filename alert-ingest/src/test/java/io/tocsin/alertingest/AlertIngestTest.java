package io.tocsin.alertingest;

import static io.tocsin.alertingest.support.Given.fixture;
import static io.tocsin.alertingest.support.Given.integration;
import static io.tocsin.alertingest.support.Given.policies;
import static io.tocsin.alertingest.support.Ingest.assertProblem;
import static io.tocsin.alertingest.support.Ingest.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tocsin.alertingest.edge.kafka.KafkaWatch;
import io.tocsin.alertingest.support.Broker;
import io.tocsin.alertingest.support.Ingest;
import io.tocsin.alertingest.support.Records;
import io.tocsin.contracts.events.Alert;
import io.tocsin.contracts.events.Topics;
import io.tocsin.contracts.runtime.policy.LivePolicies;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;

/** The service on a real Kafka, as its senders see it. */
@Tag("RUN-03.1a")
class AlertIngestTest {
  private static final String PATH = "/webhooks/datadog/right-key";
  private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
  private static final Broker BROKER = new Broker();
  private static ConfigurableApplicationContext service;
  private static Ingest ingest;

  @BeforeAll
  static void start() {
    BROKER.start();
    service =
        AlertIngestApplication.start(
            Map.of(
                "server.port",
                0,
                "tocsin.kafka.bootstrap-servers",
                BROKER.address(),
                "tocsin.data-directory",
                data(),
                "DATADOG_RX_KEY",
                "right-key",
                "tocsin.canary.every",
                "0s"),
            LivePolicies.unchanging(policies(integration("datadog-rx", null))));
    ingest =
        new Ingest(service.getEnvironment().getRequiredProperty("local.server.port", int.class));
    awaitKafka();
  }

  private static String data() {
    try {
      return Files.createTempDirectory("ingest").toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @AfterAll
  static void stop() {
    service.close();
    BROKER.close();
  }

  @Test
  void anAcceptedAlertIsInKafkaWithItsHeaders() {
    HttpResponse<String> response =
        ingest.post(PATH, fixture("datadog/triggered-p1.json"), "traceparent", TRACE);

    assertThat(response.statusCode()).isEqualTo(202);
    String id = json(response).at("/alerts/0/id").asString();
    ConsumerRecord<String, byte[]> found = Records.alertsWithId(BROKER.address(), id).get(0);
    Alert alert = Topics.ALERTS.serde().value(found.value());
    assertThat(found.key()).isEqualTo(alert.key().value());
    assertThat(json(response).at("/alerts/0/key").asString()).isEqualTo(found.key());
    assertThat(found.timestamp()).isEqualTo(alert.receivedAt().toEpochMilli());
    assertThat(Records.header(found, "ce_id")).isEqualTo(id);
    assertThat(Records.header(found, "ce_type")).isEqualTo("io.tocsin.alert.v1");
    assertThat(Records.header(found, "ce_source")).isEqualTo("/alert-ingest/datadog-rx");
    assertThat(Records.header(found, "ce_specversion")).isEqualTo("1.0");
    assertThat(Records.header(found, "ce_time")).isEqualTo("2026-09-21T14:13:20Z");
    assertThat(Records.header(found, "traceparent")).isEqualTo(TRACE);
  }

  @Test
  void aTraceIsBegunForASenderWithoutOne() {
    String id = json(ingest.post(PATH, "{\"title\":\"untraced\"}")).at("/alerts/0/id").asString();

    assertThat(Records.header(Records.alertsWithId(BROKER.address(), id).get(0), "traceparent"))
        .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
  }

  @Test
  void theSameWebhookAHundredTimesAtOnceIsTheSameAlert() {
    String body = "{\"id\":\"99\",\"title\":\"[Triggered] at once\",\"date\":1790000000000}";
    List<CompletableFuture<HttpResponse<String>>> responses =
        Stream.generate(() -> ingest.postLater(PATH, body)).limit(100).toList();

    assertThat(responses.stream().map(CompletableFuture::join))
        .allSatisfy(response -> assertThat(response.statusCode()).isEqualTo(202))
        .extracting(response -> json(response).at("/alerts/0/id").asString())
        .hasSize(100)
        .containsOnly(json(ingest.post(PATH, body)).at("/alerts/0/id").asString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/webhooks/datadog/wrong-key", "/webhooks/datadog/demo-datadog"})
  void aWrongKeyIsRefusedWithoutSayingMore(String path) {
    HttpResponse<String> response = ingest.post(path, "{\"title\":\"x\"}");

    assertProblem(response, 401);
    assertThat(response.body()).doesNotContain("wrong-key").doesNotContain("datadog-rx");
  }

  /** Without its body read away, now and then the connection was never read again. */
  @Test
  void aRefusedRequestLeavesItsConnectionFitForTheNext() {
    for (int i = 0; i < 200; i++) {
      ingest.post(PATH, "[]");
      assertProblem(ingest.post("/webhooks/datadog/wrong-key", "{\"title\":\"x\"}"), 401);
      assertProblem(ingest.post(PATH, ""), 400);
    }
  }

  @Test
  void anUnknownSourceIsToldWhatExists() {
    HttpResponse<String> response = ingest.post("/webhooks/nagios/right-key", "{}");

    assertProblem(response, 404);
    assertThat(json(response).at("/detail").asString()).contains("datadog");
    assertThat(response.body()).doesNotContain("right-key");
  }

  @Test
  void aWebhookIsSentWithPost() {
    HttpResponse<String> response = ingest.get(PATH);

    assertProblem(response, 405);
    assertThat(response.headers().firstValue("Allow")).contains("POST");
  }

  @Test
  void anEmptyBodyIsRefused() {
    assertProblem(ingest.post(PATH, ""), 400);
  }

  @Test
  void aCompressedBodyIsRefused() {
    assertProblem(ingest.post(PATH, "{\"title\":\"x\"}", "Content-Encoding", "gzip"), 415);
  }

  @Test
  void aBodyOfExactlyTheLimitIsTaken() {
    String body = "{\"title\":\"x\",\"body\":\"" + "b".repeat(512 * 1024 - 23) + "\"}";

    assertThat(body).hasSize(512 * 1024);
    assertThat(ingest.post(PATH, body).statusCode()).isEqualTo(202);
  }

  @ParameterizedTest
  @ValueSource(ints = {512 * 1024 + 1, 2 * 1024 * 1024})
  void aBodyOverTheLimitIsRefused(int size) {
    assertProblem(ingest.post(PATH, "x".repeat(size)), 413);
  }

  @Test
  void aChunkedBodyOverTheLimitIsRefused() {
    byte[] body = new byte[1024 * 1024];

    assertProblem(
        ingest.post(PATH, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))), 413);
  }

  @Test
  void whatCannotBeReadIsKeptAsItCame() {
    HttpResponse<String> response = ingest.post(PATH, "{\"title\": \"unfinished");

    assertThat(response.statusCode()).isEqualTo(202);
    assertThat(json(response).at("/quarantined").asBoolean()).isTrue();
    assertThat(json(response).at("/reason").asString()).isNotBlank();
    assertThat(Records.quarantined(BROKER.address())).contains("{\"title\": \"unfinished");
  }

  @Test
  void theGoodAlertsOfADeliveryAreAcceptedAndTheBadOneIsKept() {
    HttpResponse<String> response = ingest.post(PATH, "[{\"title\":\"good\"},\"bad one\"]");

    assertThat(response.statusCode()).isEqualTo(202);
    assertThat(json(response).at("/alerts").size()).isEqualTo(1);
    assertThat(json(response).at("/quarantined").asBoolean()).isTrue();
    assertThat(Records.quarantined(BROKER.address())).contains("\"bad one\"");
  }

  @Test
  void everythingIsCounted() {
    ingest.post(PATH, "{\"title\":\"counted\"}");
    ingest.post("/webhooks/datadog/nobody", "{}");

    assertThat(ingest.get("/actuator/prometheus").body())
        .contains("tocsin_ingest_published_total{integration=\"datadog-rx\"}")
        .contains("tocsin_ingest_refused_total{integration=\"unknown\",status=\"401\"}")
        .contains("tocsin_ingest_spooled_total{integration=\"datadog-rx\"}")
        .contains("tocsin_ingest_spool_oldest_seconds 0.0")
        .contains("tocsin_ingest_spool_bytes 0.0")
        .contains("tocsin_ingest_publish_seconds_count")
        .contains("tocsin_clock_drift_seconds")
        .contains("tocsin_policy_reload_refused 0.0");
  }

  @Test
  void healthSaysWhichPolicyRuns() {
    assertThat(ingest.get("/actuator/health/policy").body())
        .contains("\"status\":\"UP\"", "\"policy\":\"test\"");
  }

  @Test
  void aProducerMadeAnewAfterTheClockWasSetTakesAlertsAsBefore() {
    service.getBean(KafkaWatch.class).renew("a test says so");

    assertThat(ingest.post(PATH, "{\"title\":\"after the clock\"}").statusCode()).isEqualTo(202);
  }

  private static void awaitKafka() {
    await()
        .atMost(Duration.ofSeconds(40))
        .until(() -> ingest.get("/actuator/health/kafka").statusCode() == 200);
  }
}

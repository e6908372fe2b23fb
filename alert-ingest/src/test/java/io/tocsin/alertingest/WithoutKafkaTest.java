package io.tocsin.alertingest;

import static io.tocsin.alertingest.support.Given.integration;
import static io.tocsin.alertingest.support.Given.withCatchAll;
import static io.tocsin.alertingest.support.Ingest.assertProblem;
import static io.tocsin.alertingest.support.Ingest.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tocsin.alertingest.edge.spool.Spool;
import io.tocsin.alertingest.support.Ingest;
import io.tocsin.alertingest.support.ProviderStub;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** The service where there never was a Kafka. */
class WithoutKafkaTest {
  private static final String PATH = "/webhooks/datadog/right-key";
  private static final Duration SOON = Duration.ofSeconds(20);

  @TempDir Path folder;
  private ProviderStub providers;
  private ConfigurableApplicationContext service;
  private Ingest ingest;

  @BeforeEach
  void start() throws IOException {
    providers = new ProviderStub();
  }

  private void start(Map<String, Object> more) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("server.port", 0);
    settings.put("tocsin.kafka.bootstrap-servers", "127.0.0.1:1");
    settings.put("tocsin.data-directory", folder.resolve("data").toString());
    settings.put("tocsin.alarm.pagerduty.events-url", providers.url());
    settings.put("tocsin.alarm.pagerduty.stand-in-keys", "true");
    settings.put("tocsin.alarm.sms.api-url", providers.url());
    settings.put("tocsin.alarm.sms.account-sid", "AC1");
    settings.put("tocsin.alarm.sms.auth-token", "secret");
    settings.put("tocsin.alarm.sms.from", "+12025550199");
    settings.put("DATADOG_RX_KEY", "right-key");
    settings.putAll(more);
    service = StartedIngest.with(settings, withCatchAll(integration("datadog-rx", null)));
    ingest =
        new Ingest(service.getEnvironment().getRequiredProperty("local.server.port", int.class));
  }

  @AfterEach
  void stop() {
    service.close();
    providers.close();
  }

  @Test
  void alertsAreAcceptedAndOutliveARestart() {
    start(Map.of());
    assertThat(ingest.post(PATH, "{\"title\":\"one\"}").statusCode()).isEqualTo(202);
    assertThat(ingest.post(PATH, "{\"title\":\"two\"}").statusCode()).isEqualTo(202);
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> ingest.get("/actuator/health/readiness").statusCode() == 200);
    service.close();
    start(Map.of());

    assertThat(service.getBean(Spool.class).standing().records()).isEqualTo(2);
    JsonNode health = json(ingest.get("/actuator/health/spool"));
    assertThat(health.at("/details/records").asInt()).isEqualTo(2);
  }

  @Test
  void aFullSpoolIsToldToSenderHealthAndCatchAll() {
    start(Map.of("tocsin.spool.limit", "64KB"));
    String body = "{\"title\":\"x\",\"body\":\"" + "b".repeat(9_000) + "\"}";
    HttpResponse<String> answer = ingest.post(PATH, body);
    assertThat(answer.statusCode()).isEqualTo(202);
    while (answer.statusCode() == 202) {
      answer = ingest.post(PATH, body);
    }

    assertProblem(answer, 503);
    assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    assertThat(json(answer).at("/detail").asString()).contains("full", "Send it again");
    assertThat(ingest.get("/actuator/health/spool").statusCode()).isEqualTo(503);
    await()
        .atMost(SOON)
        .until(() -> summaries().stream().anyMatch(it -> it.startsWith("Tocsin refuses alerts")));
  }

  @Test
  void aDiskThatCannotBeWrittenIsSaidInTheRefusal() throws IOException {
    Files.createFile(folder.resolve("data"));
    start(Map.of());

    HttpResponse<String> answer = ingest.post(PATH, "{\"title\":\"x\"}");

    assertProblem(answer, 503);
    assertThat(json(answer).at("/detail").asString()).contains("disk");
  }

  @Test
  void whatWaitsTooLongCallsTheCatchAllByBothWaysWithoutKafka() {
    start(Map.of("tocsin.alarm.after", "1s"));
    ingest.post(PATH, "{\"title\":\"one\"}");
    ingest.post(PATH, "{\"title\":\"two\"}");

    await().atMost(SOON).until(() -> !providers.pages().isEmpty() && !providers.texts().isEmpty());
    assertThat(summaries().get(0)).startsWith("Tocsin cannot process, 2 alerts are waiting");
    assertThat(providers.pages().get(0).at("/dedup_key").asString())
        .matches("[0-9a-f]{8}-tocsin-waiting");
    assertThat(providers.texts().get(0))
        .contains("To=%2B12025550100", "From=%2B12025550199", "Body=Tocsin+cannot+process");
  }

  @Test
  void quarantineCallsTheCatchAll() {
    start(Map.of());
    ingest.post(PATH, "{\"title\": \"unfinished");

    await()
        .atMost(SOON)
        .until(() -> summaries().stream().anyMatch(it -> it.contains("datadog-rx sent: 1 alert")));
    assertThat(providers.pages().toString()).doesNotContain("unfinished");
  }

  private List<String> summaries() {
    return providers.pages().stream()
        .map(page -> page.at("/payload/summary").asString(""))
        .toList();
  }
}

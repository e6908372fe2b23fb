package io.tocsin.sandbox.edge.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tocsin.sandbox.RunningSandbox;
import io.tocsin.sandbox.Told;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;

/** What a program does at a provider is told by its webhooks too, and not as any person's deed. */
class WebhooksTest {
  private static final String ISSUES = "/github/repos/healthflow/portals/issues";
  @TempDir Path directory;

  private Told tocsin;
  private RunningSandbox sandbox;

  @BeforeEach
  void start() throws Exception {
    tocsin = new Told();
    sandbox = sandbox("signed");
  }

  private RunningSandbox sandbox(String pagerDutySecret) {
    Map<String, Object> settings = new HashMap<>(tocsin.settings());
    settings.put(RunningSandbox.OF_PROGRAMS, true);
    settings.put("tocsin.sandbox.callbacks.pagerduty-secret", pagerDutySecret);
    return new RunningSandbox(directory, settings);
  }

  @AfterEach
  void stop() {
    sandbox.close();
    tocsin.close();
  }

  @Test
  void pagerDutyTellsWhatAnEventMadeOfTheIncident() {
    sandbox.page("trigger", "key-1").expectStatus().isAccepted();
    sandbox.page("trigger", "key-1").expectStatus().isAccepted();
    sandbox.page("acknowledge", "key-1").expectStatus().isAccepted();
    sandbox.page("resolve", "key-1").expectStatus().isAccepted();
    assertThat(told(3))
        .allSatisfy(
            webhook -> {
              assertThat(webhook.proof()).startsWith("v1=");
              assertThat(webhook.body())
                  .contains("\"incident_key\":\"key-1\"", "inbound_integration_reference")
                  .doesNotContain("user_reference");
            })
        .extracting(webhook -> webhook.body().replaceFirst(".*\"event_type\":\"([^\"]+).*", "$1"))
        .containsExactlyInAnyOrder(
            "incident.triggered", "incident.acknowledged", "incident.resolved");
  }

  @Test
  void gitHubTellsWhatTheOwnerOfTheTokenDid() {
    gitHub(HttpMethod.POST, "", "{\"title\":\"INCIDENT\"}");
    gitHub(HttpMethod.POST, "/1/comments", "{\"body\":\"found\"}");
    gitHub(HttpMethod.PATCH, "/1", "{\"body\":\"edited\"}");
    gitHub(HttpMethod.PATCH, "/1", "{\"state\":\"closed\"}");
    assertThat(told(4))
        .allSatisfy(webhook -> assertThat(webhook.body()).contains("\"login\":\"tocsin\""))
        .extracting(webhook -> webhook.body().replaceFirst("\\{\"action\":\"([^\"]+).*", "$1"))
        .containsExactlyInAnyOrder("opened", "created", "edited", "closed");
  }

  @Test
  void slackTellsWhatTheAppWroteAndEdited() {
    slack("chat.postMessage", "channel=%23incidents&text=down");
    List<Told.Callback> written = told(1);
    assertThat(written.get(0).body()).contains("\"bot_id\":", "\"text\":\"down\"");
    String ts = written.get(0).body().replaceFirst(".*\"ts\":\"([^\"]+).*", "$1");
    String channel = written.get(0).body().replaceFirst(".*\"channel\":\"([^\"]+).*", "$1");
    slack("chat.update", "channel=" + channel + "&ts=" + ts + "&text=up");
    assertThat(told(2).get(1).body()).contains("message_changed", "\"text\":\"up\"");
  }

  @Test
  void whatChangesNothingIsNotTold() {
    sandbox.page("resolve", "no-such-key").expectStatus().isAccepted();
    sandbox.page("trigger", "key-1").expectStatus().isAccepted();
    assertThat(told(1)).singleElement().asString().contains("incident.triggered");
  }

  @Test
  void aProviderThatCannotSignSilencesNoOther() {
    sandbox.close();
    sandbox = sandbox("");
    sandbox.page("trigger", "key-1").expectStatus().isAccepted();
    gitHub(HttpMethod.POST, "", "{\"title\":\"INCIDENT\"}");
    assertThat(told(1)).singleElement().asString().contains("\"opened\"");
  }

  private void gitHub(HttpMethod method, String below, String body) {
    sandbox
        .client()
        .method(method)
        .uri(ISSUES + below)
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue(body)
        .exchange()
        .expectStatus()
        .is2xxSuccessful();
  }

  private void slack(String method, String form) {
    sandbox
        .client()
        .post()
        .uri("/slack/api/" + method)
        .contentType(MediaType.APPLICATION_FORM_URLENCODED)
        .bodyValue(form)
        .exchange()
        .expectStatus()
        .isOk();
  }

  /** So many webhooks, once they have come. */
  private List<Told.Callback> told(int count) {
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() -> assertThat(tocsin.callbacks()).hasSize(count));
    return tocsin.callbacks();
  }
}

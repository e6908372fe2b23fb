package io.tocsin.allinone.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The whole way, from the first alert to the end on the status page. */
final class IncidentLife {
  private static final Duration SOON = Duration.ofSeconds(60);
  private final Outside outside;

  IncidentLife(RunningTocsin tocsin) {
    this.outside = tocsin.outside();
  }

  /** Sends, is paged, acknowledges, recovers, resolves; every step is checked. */
  void isLived() {
    DatadogAlert alert = DatadogAlert.hpOutage();
    assertThat(outside.sendDatadog(alert.triggered()).join().statusCode()).isEqualTo(202);
    await("page").atMost(SOON).until(() -> outside.pages(alert).size() == 1);
    String incident = outside.pages(alert).get(0).incident();
    await("investigating").atMost(SOON).until(() -> published("investigating"));

    acknowledge(incident);
    assertThat(outside.sendDatadog(alert.recovered()).join().statusCode()).isEqualTo(202);
    await("monitoring").atMost(SOON).until(() -> published("monitoring"));

    assertThat(outside.command(incident, "resolve", "{\"reason\":\"rolled back\"}").statusCode())
        .isEqualTo(200);
    await("gone from unresolved").atMost(SOON).until(() -> outside.publicIncidents().isEmpty());
    assertThat(outside.incident(incident).path("state").asString()).isEqualTo("RESOLVED");
    assertThat(outside.pages(alert)).hasSize(1);
  }

  private void acknowledge(String incident) {
    HttpResponse<String> answer = outside.command(incident, "acknowledge", "{}");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    JsonNode state = outside.incident(incident);
    assertThat(state.path("state").asString()).isEqualTo("ACKNOWLEDGED");
    assertThat(state.path("response").path("owner").toString()).contains("operator");
  }

  private boolean published(String status) {
    List<JsonNode> incidents = outside.publicIncidents();
    return incidents.size() == 1 && incidents.get(0).path("status").asString().equals(status);
  }
}

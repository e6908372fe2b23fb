package io.tocsin.sandbox.edge.http;

import static io.tocsin.sandbox.RunningSandbox.ENQUEUE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.sandbox.RunningSandbox;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

class FaultPathsTest {

  @TempDir static Path directory;
  static RunningSandbox sandbox;

  @BeforeAll
  static void start() {
    sandbox = new RunningSandbox(directory, Map.of());
  }

  @AfterAll
  static void stop() {
    sandbox.close();
  }

  @BeforeEach
  void empty() {
    sandbox.client().delete().uri("/requests").exchange().expectStatus().isNoContent();
    sandbox.client().delete().uri("/faults").exchange().expectStatus().isNoContent();
  }

  @Test
  void anErrorStatusIsAnsweredAndTheEventNotTaken() {
    sandbox.fault("{\"provider\":\"pagerduty\",\"status\":503,\"body\":\"busy\",\"count\":1}");

    sandbox
        .page("trigger", "k")
        .expectStatus()
        .isEqualTo(503)
        .expectHeader()
        .contentType(MediaType.TEXT_PLAIN)
        .expectBody(String.class)
        .isEqualTo("busy");

    alerts().jsonPath("$.length()").isEqualTo(0);
    requests().jsonPath("$.length()").isEqualTo(1);
    sandbox.page("trigger", "k").expectStatus().isEqualTo(202);
    alerts().jsonPath("$[0].rings").isEqualTo(1);
  }

  @Test
  void aBodyMayBeGivenAsJson() {
    sandbox.fault("{\"provider\":\"slack\",\"body\":{\"ok\":false},\"count\":1}");

    sandbox
        .client()
        .post()
        .uri("/slack/api/chat.postMessage")
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody(String.class)
        .isEqualTo("{\"ok\":false}");
  }

  @Test
  void aDroppedConnectionIsAnErrorToTheSenderButTheEventIsTaken() {
    sandbox.fault("{\"provider\":\"pagerduty\",\"dropConnection\":true,\"count\":1}");

    assertThatThrownBy(() -> send("accepted-but-answer-lost")).isInstanceOf(IOException.class);

    requests().jsonPath("$.length()").isEqualTo(1);
    alerts()
        .jsonPath("$[0].dedup_key")
        .isEqualTo("accepted-but-answer-lost")
        .jsonPath("$[0].rings")
        .isEqualTo(1);
  }

  @Test
  void aConnectionDroppedWithAnErrorStatusLeavesTheEventUntaken() {
    sandbox.fault(
        "{\"provider\":\"pagerduty\",\"status\":500,\"dropConnection\":true,\"count\":1}");

    assertThatThrownBy(() -> send("k")).isInstanceOf(IOException.class);

    alerts().jsonPath("$.length()").isEqualTo(0);
  }

  @Test
  void aDelayedAnswerComesLateButTheEventIsTakenAtOnce() throws Exception {
    sandbox.fault("{\"provider\":\"pagerduty\",\"delayMs\":400,\"count\":1}");
    long start = System.nanoTime();

    assertThat(send("k").statusCode()).isEqualTo(202);

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(390));
    alerts().jsonPath("$[0].status").isEqualTo("triggered");
  }

  @Test
  void whatPagerDutyForgetsIsAnsweredAsEverAndRingsNobody() {
    sandbox.fault("{\"provider\":\"pagerduty\",\"forget\":true,\"count\":1}");

    sandbox
        .page("trigger", "k")
        .expectStatus()
        .isEqualTo(202)
        .expectBody()
        .jsonPath("$.status")
        .isEqualTo("success")
        .jsonPath("$.dedup_key")
        .isEqualTo("k");

    alerts().jsonPath("$.length()").isEqualTo(0);
    requests().jsonPath("$[0].takenAs").doesNotExist();
    sandbox.page("trigger", "k").expectStatus().isEqualTo(202);
    alerts().jsonPath("$[0].rings").isEqualTo(1);
  }

  @Test
  void faultsThatWaitAreShownAndForgotten() {
    sandbox.fault("{\"provider\":\"servicenow\",\"status\":500,\"count\":2}");
    sandbox.client().post().uri("/servicenow/x").exchange().expectStatus().isEqualTo(500);

    sandbox
        .client()
        .get()
        .uri("/faults")
        .exchange()
        .expectBody()
        .json("[{\"provider\":\"servicenow\",\"status\":500,\"count\":1}]");

    sandbox.client().delete().uri("/faults").exchange().expectStatus().isNoContent();
    sandbox.client().post().uri("/servicenow/x").exchange().expectStatus().isCreated();
  }

  @Test
  void aWrongOrderNamesAllProviders() {
    refused("{\"provider\":\"fax\",\"status\":500,\"count\":1}")
        .jsonPath("$.errors[0]")
        .isEqualTo(
            "'provider' must be one of pagerduty, slack, github, servicenow, phone, webhook, datadog,"
                + " email");
    refused("not json").jsonPath("$.detail").exists();
  }

  private static WebTestClient.BodyContentSpec refused(String order) {
    return sandbox
        .client()
        .post()
        .uri("/faults")
        .bodyValue(order)
        .exchange()
        .expectStatus()
        .isBadRequest()
        .expectHeader()
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .expectBody();
  }

  private static HttpResponse<String> send(String dedupKey)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(sandbox.url() + ENQUEUE))
            .timeout(Duration.ofSeconds(10))
            .POST(HttpRequest.BodyPublishers.ofString(RunningSandbox.event("trigger", dedupKey)))
            .build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
  }

  private static WebTestClient.BodyContentSpec alerts() {
    return sandbox.client().get().uri("/pagerduty/alerts").exchange().expectBody();
  }

  private static WebTestClient.BodyContentSpec requests() {
    return sandbox.client().get().uri("/requests").exchange().expectBody();
  }
}

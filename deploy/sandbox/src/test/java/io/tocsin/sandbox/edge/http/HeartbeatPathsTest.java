package io.tocsin.sandbox.edge.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.sandbox.RunningSandbox;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeartbeatPathsTest {
  @TempDir Path directory;
  private RunningSandbox sandbox;

  @BeforeEach
  void start() {
    sandbox = new RunningSandbox(directory, Map.of());
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void beatsAreCountedByNameAndAreNoRequestsOfAProvider() {
    sandbox.client().get().uri("/heartbeat/tocsin").exchange().expectStatus().isOk();
    sandbox
        .client()
        .post()
        .uri("/heartbeat/tocsin")
        .bodyValue("{\"any\":1}")
        .exchange()
        .expectStatus()
        .isOk();
    sandbox.client().post().uri("/heartbeat/canary").exchange().expectStatus().isOk();

    sandbox
        .client()
        .get()
        .uri("/heartbeats")
        .exchange()
        .expectBody()
        .jsonPath("$[0].name")
        .isEqualTo("tocsin")
        .jsonPath("$[0].beats")
        .isEqualTo(2)
        .jsonPath("$[0].last")
        .value(last -> assertThat(last.toString()).matches("\\d{4}-.*\\.\\d{3}Z"))
        .jsonPath("$[1].name")
        .isEqualTo("canary");
    sandbox.client().get().uri("/requests").exchange().expectBody().json("[]");
  }
}

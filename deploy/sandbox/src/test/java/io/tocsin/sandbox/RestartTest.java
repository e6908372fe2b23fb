package io.tocsin.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestartTest {

  @TempDir Path directory;

  @Test
  void recordsAndAlertsOutliveARestartAndATornLastLine() throws Exception {
    String before;
    String alerts;
    try (RunningSandbox sandbox = start()) {
      sandbox.page("trigger", "acknowledged").expectStatus().isEqualTo(202);
      sandbox.page("acknowledge", "acknowledged").expectStatus().isEqualTo(202);
      sandbox.page("trigger", "").expectStatus().isEqualTo(202);
      sandbox.fault("{\"provider\":\"pagerduty\",\"status\":500,\"count\":1}");
      sandbox.page("trigger", "refused").expectStatus().isEqualTo(500);
      before = get(sandbox, "/requests");
      alerts = get(sandbox, "/pagerduty/alerts");
    }
    Files.writeString(directory.resolve("requests.jsonl"), "{\"torn", StandardOpenOption.APPEND);

    try (RunningSandbox sandbox = start()) {
      assertThat(get(sandbox, "/requests")).isEqualTo(before);
      assertThat(get(sandbox, "/pagerduty/alerts")).isEqualTo(alerts);
      assertThat(alerts).contains("acknowledged").doesNotContain("refused");
      assertThat(get(sandbox, "/faults")).isEqualTo("[]");
    }
  }

  @Test
  void emptiedRecordsAndTheirAlertsStayEmpty() {
    try (RunningSandbox sandbox = start()) {
      sandbox.page("trigger", "k").expectStatus().isEqualTo(202);
      sandbox.client().delete().uri("/requests").exchange().expectStatus().isNoContent();
    }
    try (RunningSandbox sandbox = start()) {
      assertThat(get(sandbox, "/requests")).isEqualTo("[]");
      assertThat(get(sandbox, "/pagerduty/alerts")).isEqualTo("[]");
    }
  }

  private RunningSandbox start() {
    return new RunningSandbox(directory, Map.of());
  }

  private static String get(RunningSandbox sandbox, String path) {
    return sandbox
        .client()
        .get()
        .uri(path)
        .exchange()
        .expectBody(String.class)
        .returnResult()
        .getResponseBody();
  }
}

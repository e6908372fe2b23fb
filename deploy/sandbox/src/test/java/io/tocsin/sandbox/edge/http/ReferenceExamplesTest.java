package io.tocsin.sandbox.edge.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tocsin.sandbox.core.Answer;
import io.tocsin.sandbox.core.EventsPerMinute;
import io.tocsin.sandbox.core.PagerDuty;
import io.tocsin.sandbox.core.PagerDutyAlerts;
import io.tocsin.sandbox.edge.json.SandboxJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** PagerDuty's published examples, where they lie beside the project. */
class ReferenceExamplesTest {

  private static final Path EXAMPLES = Path.of("../../../shared/reference/wire/outbound/pagerduty");

  private final SandboxJson json = new SandboxJson();
  private final PagerDuty pagerDuty =
      new PagerDuty(new PagerDutyAlerts(10), new EventsPerMinute(0));

  @BeforeEach
  void examplesArePresent() {
    assumeTrue(Files.isDirectory(EXAMPLES), "PagerDuty's examples do not lie beside the project");
  }

  @Test
  void thePublishedTriggerIsTaken() throws IOException {
    Answer answer = send(Optional.of(example("events-v2-trigger.request.json")));

    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.body().keySet()).isEqualTo(example("events-v2-202.response.json").keySet());
    assertThat(pagerDuty.alerts().get(0).payload().details())
        .containsEntry("component", "mysql")
        .containsEntry("load avg", 0.75);
  }

  @Test
  void theRefusalsAreThePublishedOnes() throws IOException {
    Map<String, Object> trigger = example("events-v2-trigger.request.json");
    assertThat(send(Optional.empty()).body()).isEqualTo(example("events-v2-error.response.json"));

    trigger.put("routing_key", "routingkeyhere");
    assertThat(send(Optional.of(trigger)).body())
        .isEqualTo(example("events-v2-400-bad-routing-key.response.json"));
  }

  @Test
  void theRefusalOfALongSummaryIsTheRecordedOne() throws IOException {
    Map<String, Object> trigger = example("events-v2-trigger.request.json");
    trigger.put("payload", Map.of("summary", "x".repeat(1025), "source", "s", "severity", "info"));

    Map<String, Object> recorded = example("events-v2-400-summary-too-long.response.json");
    assertThat(send(Optional.of(trigger)).body()).isEqualTo(recorded);
  }

  private Answer send(Optional<Map<String, Object>> event) {
    return pagerDuty.enqueue(event, "new-key", Instant.parse("2026-11-21T10:00:00Z"));
  }

  private Map<String, Object> example(String name) throws IOException {
    return json.object(Files.readString(EXAMPLES.resolve(name))).orElseThrow();
  }
}

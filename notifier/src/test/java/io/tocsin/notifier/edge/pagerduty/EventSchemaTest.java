package io.tocsin.notifier.edge.pagerduty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tocsin.contracts.events.ContractJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The schema takes what PagerDuty takes, and nothing else. */
class EventSchemaTest {
  private static final String KEY = "\"routing_key\":\"0123456789abcdef0123456789abcdef\"";

  @ParameterizedTest
  @ValueSource(strings = {"trigger", "acknowledge", "resolve"})
  void pagerDutysOwnExamplesAreEvents(String name) throws IOException {
    Path example =
        Path.of(
            "../../shared/reference/wire/outbound/pagerduty/events-v2-" + name + ".request.json");
    assumeTrue(Files.exists(example), "the reference examples are not here");
    // the examples' keys are placeholders
    assertThat(EventSchema.errors(ContractJson.MAPPER.readTree(Files.readString(example))))
        .allMatch(error -> error.contains("routing_key"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"event_action\":\"close\",\"dedup_key\":\"k\" | event_action",
        "\"event_action\":\"resolve\" | dedup_key",
        "\"event_action\":\"trigger\" | payload",
        "\"event_action\":\"resolve\",\"dedup_key\":\"k\",\"severity\":\"info\" | severity",
        "\"event_action\":\"trigger\",\"payload\":{\"summary\":\"s\",\"source\":\"x\"} | severity"
      })
  void whatIsNoEventIsNamed(String fields, String named) {
    assertThat(errors(fields)).singleElement().asString().contains(named);
  }

  @Test
  void lengthsAreCountedInCodePoints() {
    String payload =
        "\"event_action\":\"trigger\",\"payload\":{\"summary\":\"%s\",\"source\":\"x\","
            + "\"severity\":\"info\"}";
    assertThat(errors(payload.formatted("🔔".repeat(1024)))).isEmpty();
    assertThat(errors(payload.formatted("🔔".repeat(1025)))).hasSize(1);
  }

  private static List<String> errors(String fields) {
    return EventSchema.errors(ContractJson.MAPPER.readTree("{" + KEY + "," + fields + "}"));
  }
}

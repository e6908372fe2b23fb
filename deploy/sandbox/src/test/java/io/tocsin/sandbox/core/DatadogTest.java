package io.tocsin.sandbox.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The stand-in for Datadog takes events, and refuses what Datadog refuses. */
class DatadogTest {
  private static final Map<String, Object> EVENT = Map.of("title", "t", "text", "x");

  @Test
  void anEventIsTakenUnderANumber() {
    Answer answer = post(Optional.of(EVENT), true);
    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.takenAs()).isEqualTo("42");
    assertThat(answer.body()).containsEntry("status", "ok");
    assertThat(answer.body().get("event").toString()).contains("id_str=42");
  }

  @Test
  void withoutAKeyNothingIsTaken() {
    assertThat(post(Optional.of(EVENT), false).status()).isEqualTo(403);
    assertThat(validated(false).status()).isEqualTo(403);
  }

  @Test
  void aKeyCanBeAskedFor() {
    assertThat(validated(true).body()).containsEntry("valid", true);
  }

  @Test
  void whatIsNoEventIsRefused() {
    assertThat(post(Optional.empty(), true).status()).isEqualTo(400);
    assertThat(post(Optional.of(Map.of("title", "t")), true).body().toString())
        .contains("'text' is required");
    assertThat(
            post(
                    Optional.of(
                        Map.of("title", "t", "text", "x", "aggregation_key", "k".repeat(101))),
                    true)
                .status())
        .isEqualTo(400);
  }

  @Test
  void nothingElseIsThere() {
    assertThat(
            Datadog.answer("POST", "/datadog/api/v1/monitor", Optional.of(EVENT), true, 42)
                .status())
        .isEqualTo(404);
  }

  private static Answer post(Optional<Map<String, Object>> event, boolean proven) {
    return Datadog.answer("POST", Datadog.EVENTS, event, proven, 42);
  }

  private static Answer validated(boolean proven) {
    return Datadog.answer("GET", "/datadog/api/v1/validate", Optional.empty(), proven, 42);
  }
}

package io.tocsin.sandbox.core;

import static io.tocsin.sandbox.core.Events.acknowledge;
import static io.tocsin.sandbox.core.Events.resolve;
import static io.tocsin.sandbox.core.Events.trigger;
import static io.tocsin.sandbox.core.Events.with;
import static io.tocsin.sandbox.core.Events.withPayload;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventReadingTest {

  @Test
  void aWholeTriggerIsReadWithDetailsAndLinks() {
    Map<String, Object> event = withPayload(trigger("k"), "custom_details", Map.of("impact", "?"));
    withPayload(event, "component", "api");
    with(event, "links", List.of(Map.of("href", "https://example.com/RX-1", "text", "RX-1")));

    PagerDutyPayload payload = EventReading.of(event).event().orElseThrow().payload();

    assertThat(payload.details()).isEqualTo(Map.of("component", "api", "impact", "?"));
    assertThat(payload.links())
        .containsExactly(new PagerDutyPayload.Link("https://example.com/RX-1", "RX-1"));
  }

  @Test
  void aRoutingKeyMustBeThere() {
    assertErrors(with(trigger("k"), "routing_key", " "), "'routing_key' is missing or blank");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0123456789abcdef0123456789abcde", "0123456789abcdef0123456789abcdef0"})
  void aRoutingKeyHas32Characters(String routingKey) {
    assertErrors(
        with(trigger("k"), "routing_key", routingKey),
        "Length of 'routing_key' is incorrect (should be 32 characters)");
  }

  @Test
  void anActionMustBeThere() {
    Map<String, Object> event = trigger("k");
    event.remove("event_action");
    assertErrors(event, "'event_action' is missing or blank");
  }

  @Test
  void anUnknownActionIsRefused() {
    assertErrors(
        with(trigger("k"), "event_action", "close"),
        "'event_action' is invalid (must be one of the following: 'trigger', 'acknowledge' or"
            + " 'resolve')");
  }

  @Test
  void aTriggerNeedsAPayload() {
    assertErrors(with(trigger("k"), "payload", "text"), "'payload' is missing or blank");
  }

  @ParameterizedTest
  @ValueSource(strings = {"summary", "source", "severity"})
  void aTriggerNeedsSummarySourceAndSeverity(String name) {
    assertErrors(withPayload(trigger("k"), name, ""), "'payload." + name + "' is missing or blank");
  }

  @Test
  void aSummaryOf1024CharactersIsTakenAndOneMoreIsRefused() {
    String longest = "😀".repeat(1024);
    assertErrors(withPayload(trigger("k"), "summary", longest));
    assertErrors(
        withPayload(trigger("k"), "summary", longest + "x"),
        "'summary' is too long (maiximum is 1024 characters)");
  }

  @Test
  void anUnknownSeverityIsRefused() {
    assertErrors(
        withPayload(trigger("k"), "severity", "P1"),
        "'payload.severity' is invalid (must be one of the following: 'critical', 'warning',"
            + " 'error' or 'info')");
  }

  @Test
  void aDedupKeyOf255CharactersIsTakenAndOneMoreIsRefused() {
    assertErrors(trigger("k".repeat(255)));
    assertErrors(trigger("k".repeat(256)), "'dedup_key' is too long (maximum is 255 characters)");
  }

  @Test
  void anAcknowledgementAndAResolveNeedADedupKey() {
    assertErrors(acknowledge(""), "'dedup_key' is missing or blank");
    assertErrors(resolve(""), "'dedup_key' is missing or blank");
  }

  @Test
  void everythingThatIsWrongIsSaidAtOnce() {
    assertThat(EventReading.of(Map.of("event_action", "trigger")).errors())
        .containsExactly("'routing_key' is missing or blank", "'payload' is missing or blank");
  }

  private static void assertErrors(Map<String, Object> event, String... errors) {
    EventReading reading = EventReading.of(event);
    assertThat(reading.errors()).containsExactly(errors);
    assertThat(reading.event().isPresent()).isEqualTo(errors.length == 0);
  }
}

package io.tocsin.sandbox.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.sandbox.core.PagerDutyAlert.Status;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people do to a page, and what PagerDuty then tells of it. */
class DeedTest {
  private static final Instant TEN = Instant.parse("2026-03-02T10:00:00Z");
  private static final String KEY = "0a1b2c3d-RX-142-1";

  private final PagerDuty pagerDuty =
      new PagerDuty(new PagerDutyAlerts(10), new EventsPerMinute(0));

  @ParameterizedTest
  @CsvSource({
    "acknowledge, incident.acknowledged, ACKNOWLEDGED",
    "resolve, incident.resolved, RESOLVED",
    "reassign, incident.reassigned, TRIGGERED"
  })
  void aDeedIsDoneAndTold(String act, String type, Status status) {
    page();
    Map<?, ?> event = event(act(act, "Lead").orElseThrow());
    assertThat(event.get("event_type")).isEqualTo(type);
    assertThat(event.get("id")).isEqualTo("event-1");
    assertThat(event.get("occurred_at")).isEqualTo("2026-03-02T10:00:00Z");
    assertThat(event.get("agent")).asString().contains("On-call", "user_reference");
    assertThat(event.get("data")).asString().contains(KEY);
    assertThat(pagerDuty.alerts().get(0).status()).isEqualTo(status);
  }

  @Test
  void aPageThatIsTakenBackRingsAgain() {
    page();
    act("acknowledge", "");
    act("unacknowledge", "");
    assertThat(pagerDuty.alerts().get(0).status()).isEqualTo(Status.TRIGGERED);
    assertThat(pagerDuty.alerts().get(0).rings()).isEqualTo(2);
  }

  @Test
  void itIsAssignedToWhomItIsHandedTo() {
    page();
    assertThat(event(act("reassign", "Lead").orElseThrow()).get("data"))
        .asString()
        .contains("assignees=[", "summary=Lead");
  }

  @Test
  void aNoteNamesTheIncidentByPagerDutysOwnId() {
    page();
    Map<?, ?> changed = (Map<?, ?>) event(act("acknowledge", "").orElseThrow()).get("data");
    Map<?, ?> note = (Map<?, ?>) event(act("note", "db is full").orElseThrow()).get("data");
    assertThat(note.get("content")).isEqualTo("db is full");
    assertThat(note.get("incident")).asString().contains(String.valueOf(changed.get("id")));
    assertThat(note.containsKey("incident_key")).isFalse();
  }

  @Test
  void itIsSignedAsPagerDutySigns() {
    page();
    assertThat(act("resolve", "").orElseThrow().signed("secret", new byte[] {'x'}))
        .containsEntry(
            "X-PagerDuty-Signature",
            "v1=117eca332f7e13ccb8e4574e4f33daa212a9231353670c2b8b4797df0bb77afa");
  }

  @Test
  void whatIsNotThereOrNoVerbIsNoDeed() {
    assertThat(act("acknowledge", "")).isEmpty();
    assertThat(Deed.of(Map.of("provider", "github", "act", "acknowledge"))).isEmpty();
    assertThat(
            Deed.of(Map.of("provider", "github", "act", "acknowledge", "person", "x", "on", "y")))
        .isEmpty();
  }

  @Test
  void onThePhoneTheCallSaysWhoItIs() {
    Deed deed = Deed.of(Map.of("provider", "phone", "act", "hang-up", "on", "CA1")).orElseThrow();
    assertThat(deed.kind()).isEqualTo(Deed.Kind.HANG_UP);
  }

  private void page() {
    pagerDuty.enqueue(
        Optional.of(
            Map.of(
                "routing_key",
                "0123456789abcdef0123456789abcdef",
                "event_action",
                "trigger",
                "dedup_key",
                KEY,
                "payload",
                Map.of("summary", "[P1] api", "source", "api", "severity", "critical"))),
        "none",
        TEN);
  }

  private Optional<OutgoingCallback> act(String act, String text) {
    return pagerDuty.act(
        Deed.of(
                Map.of(
                    "provider", "pagerduty",
                    "act", act,
                    "person", "On-call",
                    "on", KEY,
                    "text", text))
            .orElseThrow(),
        "event-1",
        TEN);
  }

  private static Map<?, ?> event(OutgoingCallback callback) {
    return (Map<?, ?>) callback.payload().get("event");
  }
}

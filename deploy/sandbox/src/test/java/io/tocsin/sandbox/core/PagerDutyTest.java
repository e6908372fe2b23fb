package io.tocsin.sandbox.core;

import static io.tocsin.sandbox.core.Events.OTHER_KEY;
import static io.tocsin.sandbox.core.Events.acknowledge;
import static io.tocsin.sandbox.core.Events.resolve;
import static io.tocsin.sandbox.core.Events.trigger;
import static io.tocsin.sandbox.core.Events.with;
import static io.tocsin.sandbox.core.Events.withPayload;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.sandbox.core.PagerDutyAlert.Status;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PagerDutyTest {

  private static final Instant TEN = Instant.parse("2026-11-21T10:00:00Z");

  private final PagerDuty pagerDuty = pagerDuty(0);

  @Test
  void aTriggerRingsOnce() {
    Answer answer = send(trigger("k"), TEN);

    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.takenAs()).isEqualTo("k");
    assertThat(answer.body())
        .isEqualTo(Map.of("status", "success", "message", "Event processed", "dedup_key", "k"));
    assertThat(onlyAlert().status()).isEqualTo(Status.TRIGGERED);
    assertThat(onlyAlert().rings()).isEqualTo(1);
    assertThat(onlyAlert().times().triggered()).isEqualTo(TEN);
  }

  @Test
  void aTriggerWithoutDedupKeyGetsTheNewOne() {
    Map<String, Object> event = trigger("k");
    event.remove("dedup_key");

    assertThat(send(event, TEN).body()).containsEntry("dedup_key", "new-key");
    assertThat(onlyAlert().key().dedupKey()).isEqualTo("new-key");
  }

  @Test
  void aTriggerOnAnOpenAlertRingsNobody() {
    send(trigger("k"), TEN);
    send(acknowledge("k"), TEN.plusSeconds(1));

    assertThat(send(trigger("k"), TEN.plusSeconds(2)).status()).isEqualTo(202);

    assertThat(onlyAlert().status()).isEqualTo(Status.ACKNOWLEDGED);
    assertThat(onlyAlert().rings()).isEqualTo(1);
    assertThat(onlyAlert().times().lastEvent()).isEqualTo(TEN.plusSeconds(2));
  }

  @Test
  void aTriggerAfterAResolveIsANewAlertAndRings() {
    send(trigger("k"), TEN);
    send(resolve("k"), TEN.plusSeconds(1));
    assertThat(onlyAlert().status()).isEqualTo(Status.RESOLVED);

    send(trigger("k"), TEN.plusSeconds(2));

    assertThat(onlyAlert().status()).isEqualTo(Status.TRIGGERED);
    assertThat(onlyAlert().rings()).isEqualTo(2);
    assertThat(onlyAlert().times().resolved()).isNull();
  }

  @Test
  void anAcknowledgementOrResolveOfAnUnknownKeyIsDroppedSilently() {
    assertThat(send(acknowledge("unknown"), TEN).status()).isEqualTo(202);
    assertThat(send(resolve("unknown"), TEN).status()).isEqualTo(202);
    assertThat(pagerDuty.alerts()).isEmpty();
  }

  @Test
  void anAcknowledgementAfterTheResolveIsDroppedSilently() {
    send(trigger("k"), TEN);
    send(resolve("k"), TEN.plusSeconds(1));
    send(acknowledge("k"), TEN.plusSeconds(2));

    assertThat(onlyAlert().status()).isEqualTo(Status.RESOLVED);
    assertThat(onlyAlert().times().acknowledged()).isNull();
  }

  @Test
  void anotherRoutingKeyDoesNotReachTheAlert() {
    send(trigger("k"), TEN);
    assertThat(send(with(resolve("k"), "routing_key", OTHER_KEY), TEN).status()).isEqualTo(202);
    assertThat(onlyAlert().status()).isEqualTo(Status.TRIGGERED);
  }

  @Test
  void whatIsNoJsonIsNotRecognised() {
    Answer answer = pagerDuty.enqueue(Optional.empty(), "new-key", TEN);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).containsEntry("errors", List.of("JSON parse error"));
  }

  @Test
  void anInvalidEventChangesNothing() {
    assertThat(send(with(trigger("k"), "routing_key", "short"), TEN).status()).isEqualTo(400);
    assertThat(pagerDuty.alerts()).isEmpty();
  }

  @Test
  void oneEventOverTheLimitIsThrottledAndNotTaken() {
    PagerDuty limited = pagerDuty(2);
    for (int i = 0; i < 3; i++) {
      limited.enqueue(Optional.of(trigger("k" + i)), "new-key", TEN.plusSeconds(i));
    }

    assertThat(limited.alerts())
        .extracting(alert -> alert.key().dedupKey())
        .containsExactly("k0", "k1");
    assertThat(statusAt(limited, TEN.plusMillis(59_999))).isEqualTo(429);
  }

  @Test
  void theWindowSlidesWithEachEvent() {
    PagerDuty limited = pagerDuty(2);
    assertThat(statusAt(limited, TEN)).isEqualTo(202);
    assertThat(statusAt(limited, TEN.plusSeconds(30))).isEqualTo(202);
    assertThat(statusAt(limited, TEN.plusSeconds(59))).isEqualTo(429);
    assertThat(statusAt(limited, TEN.plusSeconds(60))).isEqualTo(202);
    assertThat(statusAt(limited, TEN.plusSeconds(61))).isEqualTo(429);
    assertThat(statusAt(limited, TEN.plusSeconds(90))).isEqualTo(202);
  }

  @Test
  void eachRoutingKeyHasItsOwnLimit() {
    PagerDuty limited = pagerDuty(1);
    assertThat(statusAt(limited, TEN)).isEqualTo(202);
    Map<String, Object> other = with(trigger("k"), "routing_key", OTHER_KEY);
    assertThat(limited.enqueue(Optional.of(other), "new-key", TEN).status()).isEqualTo(202);
    assertThat(statusAt(limited, TEN)).isEqualTo(429);
  }

  @Test
  void aLimitOfZeroLetsEverythingIn() {
    for (int i = 0; i < 1_000; i++) {
      assertThat(send(trigger("k"), TEN).status()).isEqualTo(202);
    }
  }

  @Test
  void onlySoManyAlertsAreKept() {
    PagerDuty small = new PagerDuty(new PagerDutyAlerts(2), new EventsPerMinute(0));
    for (int i = 0; i < 3; i++) {
      small.enqueue(Optional.of(trigger("k" + i)), "new-key", TEN);
    }
    assertThat(small.alerts())
        .extracting(alert -> alert.key().dedupKey())
        .containsExactly("k1", "k2");
  }

  @Test
  void onlyTheLastThousandAlertsOpenedKeepTheirDetails() {
    PagerDuty large = new PagerDuty(new PagerDutyAlerts(5_000), new EventsPerMinute(0));
    for (int i = 0; i <= 1_000; i++) {
      Map<String, Object> event = withPayload(trigger("k" + i), "component", "api");
      large.enqueue(Optional.of(event), "new-key", TEN);
    }
    List<PagerDutyAlert> alerts = large.alerts();
    assertThat(alerts).hasSize(1_001);
    assertThat(alerts.get(0).payload().details()).isEmpty();
    assertThat(alerts.get(0).payload().summary()).isNotEmpty();
    assertThat(alerts.get(1).payload().details()).containsEntry("component", "api");
  }

  private Answer send(Map<String, Object> event, Instant now) {
    return pagerDuty.enqueue(Optional.of(event), "new-key", now);
  }

  private static int statusAt(PagerDuty limited, Instant now) {
    return limited.enqueue(Optional.of(trigger("k")), "new-key", now).status();
  }

  private PagerDutyAlert onlyAlert() {
    assertThat(pagerDuty.alerts()).hasSize(1);
    return pagerDuty.alerts().get(0);
  }

  private static PagerDuty pagerDuty(int eventsPerMinute) {
    return new PagerDuty(new PagerDutyAlerts(100), new EventsPerMinute(eventsPerMinute));
  }
}

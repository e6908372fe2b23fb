package io.tocsin.contracts.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class CanaryTest {
  private static final Instant SENT = Instant.parse("2026-03-02T08:00:00.123Z");

  @Test
  void thereIsOneForEachPartitionOfAlertsAndOfTheIncidentSide() {
    assertThat(Canary.ALL).hasSize(Topics.PARTITIONS);
    assertThat(Canary.ALL)
        .allSatisfy(
            canary -> {
              assertThat(partition(Topics.ALERTS, canary.key().value()))
                  .isEqualTo(canary.partition());
              String flight = canary.flight(SENT).toString();
              assertThat(partition(Topics.CLASSIFIED_ALERTS, canary.team().key("any")))
                  .isEqualTo(canary.partition());
              assertThat(partition(Topics.notifications(Channel.PROBE), flight))
                  .isEqualTo(canary.partition());
              assertThat(partition(Topics.DELIVERY_RECEIPTS, flight)).isEqualTo(canary.partition());
            });
  }

  /** Records lie under them. */
  @Test
  void theirNamesStay() {
    assertThat(Canary.ALL)
        .extracting(canary -> canary.team().value())
        .containsExactly(
            "CANARY0",
            "CANARY44",
            "CANARY1",
            "CANARY2",
            "CANARY3",
            "CANARY9",
            "CANARY30",
            "CANARY8");
  }

  @Test
  void everyFlightIsAnAlertOfItsOwnThatIsNoAlarm() {
    Canary canary = Canary.ALL.get(3);
    Alert one = canary.alert("here", SENT, SENT);

    assertThat(Canary.of(one)).contains(canary);
    assertThat(one.signal().isFiring()).isFalse();
    assertThat(canary.alert("here", SENT.plusMillis(1), SENT).id()).isNotEqualTo(one.id());
    assertThat(canary.alert("there", SENT, SENT).id()).isNotEqualTo(one.id());
    assertThat(canary.alert("here", SENT, SENT.plusSeconds(1)).id()).isEqualTo(one.id());
  }

  @Test
  void whatASenderCallsACanaryIsNone() {
    Alert ours = Canary.ALL.get(0).alert("here", SENT, SENT);
    Alert theirs =
        new Alert(
            ours.id(),
            ours.key(),
            ours.integration(),
            "datadog",
            ours.signal(),
            ours.said(),
            ours.title(),
            ours.description(),
            null,
            ours.environment(),
            null,
            ours.labels(),
            ours.links(),
            SENT,
            SENT,
            true);

    assertThat(Canary.of(theirs)).isEmpty();
  }

  @Test
  void aFlightTellsWhenItBegan() {
    Canary canary = Canary.ALL.get(5);
    IncidentId flight = canary.flight(SENT);

    assertThat(Canary.sentAt(flight)).isEqualTo(SENT);
    assertThat(Canary.of(flight)).contains(canary);
    assertThat(Canary.of(IncidentId.parse("RX-1"))).isEmpty();
  }

  @Test
  void theirRecordsAreToldFromOthersByTheKey() {
    Canary canary = Canary.ALL.get(2);

    assertThat(Canary.owns(canary.key().value())).isTrue();
    assertThat(Canary.owns(canary.team().key(canary.key().value()))).isTrue();
    assertThat(Canary.owns(canary.notification(canary.flight(SENT)).value())).isTrue();
    assertThat(Canary.owns("canary:of-another")).isFalse();
    assertThat(Canary.owns("RX-142")).isFalse();
    assertThat(canary.team().isOfCanaries()).isTrue();
    assertThat(new TeamCode("CAN").isOfCanaries()).isFalse();
  }

  private static int partition(Topic<?> topic, String key) {
    return TeamPartitioner.partition(topic.name(), key, topic.partitions());
  }
}

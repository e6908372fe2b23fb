package io.tocsin.notifier.edge.callback;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.contracts.events.Actor;
import io.tocsin.contracts.events.IncidentChange;
import io.tocsin.contracts.events.IncidentEvent;
import io.tocsin.contracts.events.Reason;
import io.tocsin.contracts.events.Topics;
import io.tocsin.notifier.Fixtures;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whoever waits for a command hears the first event that it causes, and no other. */
@Tag("RUN-04.1b")
class OutcomesTest {
  private final Outcomes outcomes = new Outcomes();

  @Test
  void theFirstEventOfTheCommandIsTheAnswer() {
    var mine = outcomes.of("phone-CA1-1");
    var others = outcomes.of("slack-2");
    IncidentEvent acknowledged =
        event("phone-CA1-1", new IncidentChange.Acknowledged(new Actor("on-call", "phone")));
    read(event(null, new IncidentChange.Escalated()));
    read(acknowledged);
    read(event("phone-CA1-1", new IncidentChange.Escalated()));
    assertThat(mine.join()).contains(acknowledged);
    assertThat(others).isNotDone();
  }

  @Test
  void whoRepeatsACommandWaitsForTheSameEvent() {
    var first = outcomes.of("phone-CA1-1");
    var repeat = outcomes.of("phone-CA1-1");
    IncidentEvent refused = event("phone-CA1-1", new IncidentChange.CommandRefused("acknowledge"));
    read(refused);
    assertThat(first.join()).contains(refused);
    assertThat(repeat.join()).contains(refused);
  }

  @Test
  void whileNobodyWaitsNothingIsRead() {
    outcomes.read(
        new ConsumerRecord<>(
            "incident-events", 0, 0, "RX-142", "no JSON".getBytes(StandardCharsets.UTF_8)));
  }

  private void read(IncidentEvent event) {
    outcomes.read(
        new ConsumerRecord<>(
            "incident-events", 0, 0, "RX-142", Topics.INCIDENT_EVENTS.serde().bytes(event)));
  }

  private static IncidentEvent event(String command, IncidentChange change) {
    return new IncidentEvent(
        Fixtures.incident(142),
        7,
        Fixtures.NOW,
        new Actor("on-call", "phone"),
        command,
        new Reason("decided", "it was asked for"),
        change);
  }
}

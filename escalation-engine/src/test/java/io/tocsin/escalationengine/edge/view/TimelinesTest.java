package io.tocsin.escalationengine.edge.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.contracts.events.Incident;
import io.tocsin.contracts.events.IncidentEvent;
import io.tocsin.contracts.events.IncidentId;
import io.tocsin.contracts.events.IncidentState;
import io.tocsin.contracts.events.JsonSerde;
import io.tocsin.contracts.events.Severity;
import io.tocsin.contracts.events.Topics;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.LongStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TimelinesTest {
  private static final JsonSerde<IncidentEvent> SERDE = Topics.INCIDENT_EVENTS.serde();
  private static final Instant OPENED = Instant.now().minus(2, ChronoUnit.HOURS);
  private static KafkaProducer<String, byte[]> producer;
  private static Timelines timelines;

  @BeforeAll
  static void start() {
    producer = new KafkaProducer<>(RealBroker.kafka().producer());
    timelines = new Timelines(RealBroker.kafka());
  }

  @AfterAll
  static void stop() {
    producer.close();
    timelines.close();
  }

  @Test
  void itIsCompleteAndInOrderAmongTheEventsOfOthers() {
    tell("TL-1", 1, 20, "TL-2");

    Timeline timeline = timelines.of(incident("TL-1", 20));

    assertThat(timeline.complete()).isTrue();
    assertThat(timeline.entries())
        .extracting(TimelineEntry::sequence)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, 20).boxed().toList());
    assertThat(timeline.entries().get(6).text()).isEqualTo("event 7 of TL-1");
  }

  @Test
  void itEndsAtTheRevisionThatWasAskedFor() {
    tell("TL-3", 1, 5, "TL-4");

    assertThat(timelines.of(incident("TL-3", 3)).entries()).hasSize(3);
  }

  @Test
  void aKeptOneGoesOnWhereItEnded() {
    tell("TL-5", 1, 4, "TL-6");
    timelines.of(incident("TL-5", 4));
    tell("TL-5", 5, 7, "TL-6");

    assertThat(timelines.of(incident("TL-5", 7)).entries())
        .extracting(TimelineEntry::sequence)
        .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);
  }

  @Test
  void itIsReadAgainWithNewConsumers() {
    tell("TL-7", 1, 2, "TL-8");
    timelines.of(incident("TL-7", 2));
    timelines.renew("the clock was set");
    tell("TL-7", 3, 3, "TL-8");

    assertThat(timelines.of(incident("TL-7", 3)).complete()).isTrue();
  }

  @Test
  void oneThatCannotBeReadToItsEndSaysSo() {
    tell("TL-9", 1, 2, "TL-10");

    Timeline timeline = timelines.of(incident("TL-9", 3));

    assertThat(timeline.complete()).isFalse();
    assertThat(timeline.entries()).hasSize(2);
  }

  private static Incident incident(String id, long revision) {
    Incident opened = Cases.open(id, "prescription-api", Severity.P1, OPENED);
    return Cases.at(opened, revision, IncidentState.OPEN);
  }

  private static void tell(String id, long from, long to, String other) {
    for (long sequence = from; sequence <= to; sequence++) {
      write(Cases.noted(IncidentId.parse(other), sequence, null));
      write(Cases.noted(IncidentId.parse(id), sequence, null));
    }
    producer.flush();
  }

  private static void write(IncidentEvent event) {
    producer.send(
        new ProducerRecord<>(
            Topics.INCIDENT_EVENTS.name(),
            null,
            OPENED.plusMillis(event.sequence()).toEpochMilli(),
            String.valueOf(event.incident()),
            SERDE.bytes(event)));
  }
}

package io.tocsin.escalationengine.edge.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tocsin.contracts.events.Incident;
import io.tocsin.contracts.events.IncidentId;
import io.tocsin.contracts.events.IncidentState;
import io.tocsin.contracts.events.JsonSerde;
import io.tocsin.contracts.events.Severity;
import io.tocsin.contracts.events.Topics;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

class ViewReaderTest {
  private static final JsonSerde<Incident> INCIDENTS = Topics.INCIDENTS.serde();
  private static final Instant TEN = Instant.parse("2026-03-01T10:00:00Z");

  private final IncidentView view = new IncidentView();
  private final ViewReader reader = new ViewReader(RealBroker.kafka(), view);
  private KafkaProducer<String, byte[]> producer;

  @BeforeEach
  void open() {
    Map<String, Object> settings = RealBroker.kafka().producer();
    settings.put("transactional.id", UUID.randomUUID().toString());
    producer = new KafkaProducer<>(settings);
    producer.initTransactions();
  }

  @AfterEach
  void close() {
    reader.close();
    producer.close();
  }

  @Test
  void itIsReadyWhenItHasReadWhatWasThereAtStart() {
    commit(Cases.open("VW-1", "prescription-api", Severity.P1, TEN));
    ViewHealth health = new ViewHealth(view, reader);
    assertThat(health.health().getStatus()).isEqualTo(Status.OUT_OF_SERVICE);

    reader.start();

    await().until(view::caughtUp);
    assertThat(view.incident(IncidentId.parse("VW-1"))).isPresent();
    assertThat(health.health().getStatus()).isEqualTo(Status.UP);
  }

  @Test
  void itGoesOnWithANewConsumer() {
    Incident opened = Cases.open("VW-2", "prescription-api", Severity.P1, TEN);
    commit(opened);
    reader.start();
    awaitRevision("VW-2", 1);

    reader.renew("the wall clock was set");
    commit(Cases.at(opened, 2, IncidentState.ACKNOWLEDGED));

    awaitRevision("VW-2", 2);
    assertThat(reader.isReading()).isTrue();
  }

  @Test
  void whatIsNotCommittedIsNotSeen() {
    Incident opened = Cases.open("VW-3", "prescription-api", Severity.P1, TEN);
    commit(opened);
    producer.beginTransaction();
    producer.send(record(Cases.at(opened, 2, IncidentState.RESOLVED)));
    producer.flush();
    producer.abortTransaction();
    commit(Cases.open("VW-4", "prescription-api", Severity.P1, TEN));
    reader.start();

    awaitRevision("VW-4", 1);
    assertThat(view.incident(IncidentId.parse("VW-3")))
        .get()
        .extracting(Incident::state)
        .isEqualTo(IncidentState.OPEN);
  }

  @Test
  void aRecordThatCannotBeReadHidesOnlyItself() {
    producer.beginTransaction();
    producer.send(new ProducerRecord<>(Topics.INCIDENTS.name(), "VW-5", "no JSON".getBytes()));
    producer.commitTransaction();
    commit(Cases.open("VW-6", "prescription-api", Severity.P1, TEN));
    reader.start();

    awaitRevision("VW-6", 1);
    assertThat(view.incident(IncidentId.parse("VW-5"))).isEmpty();
  }

  @Test
  void anIncidentIsTakenAwayByItsTombstone() {
    reader.start();
    commit(Cases.open("VW-7", "prescription-api", Severity.P1, TEN));
    awaitRevision("VW-7", 1);

    producer.beginTransaction();
    producer.send(new ProducerRecord<>(Topics.INCIDENTS.name(), "VW-7", null));
    producer.commitTransaction();

    await().until(() -> view.incident(IncidentId.parse("VW-7")).isEmpty());
  }

  @Test
  void aCommandAnsweredBeforeTheStartIsRemembered() {
    commit(Cases.open("VW-8", "prescription-api", Severity.P1, TEN));
    producer.beginTransaction();
    producer.send(
        new ProducerRecord<>(
            Topics.INCIDENT_EVENTS.name(),
            "VW-8",
            Topics.INCIDENT_EVENTS
                .serde()
                .bytes(Cases.noted(IncidentId.parse("VW-8"), 1, "before-the-start"))));
    producer.commitTransaction();

    reader.start();

    await().until(view::caughtUp);
    assertThat(view.answers().known("before-the-start")).isPresent();
  }

  private void awaitRevision(String id, long revision) {
    await()
        .until(
            () ->
                view.incident(IncidentId.parse(id))
                    .filter(incident -> incident.revision() == revision)
                    .isPresent());
  }

  private void commit(Incident incident) {
    producer.beginTransaction();
    producer.send(record(incident));
    producer.commitTransaction();
  }

  private static ProducerRecord<String, byte[]> record(Incident incident) {
    return new ProducerRecord<>(
        Topics.INCIDENTS.name(), incident.id().toString(), INCIDENTS.bytes(incident));
  }
}

package io.tocsin.statuspage;

import static io.tocsin.statuspage.Given.p1;
import static io.tocsin.statuspage.Given.then;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.tocsin.contracts.events.Incident;
import io.tocsin.contracts.events.IncidentState;
import io.tocsin.contracts.events.Topics;
import io.tocsin.contracts.runtime.KafkaSettings;
import io.tocsin.contracts.runtime.TopicSetup;
import io.tocsin.statuspage.core.PublicId;
import io.tocsin.statuspage.edge.kafka.IncidentsBinding;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

class StatusPageOnKafkaTest {
  private static final String UNRESOLVED = "/api/v2/incidents/unresolved.json";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static EmbeddedKafkaKraftBroker broker;
  private static KafkaSettings kafka;
  private static KafkaProducer<String, byte[]> producer;
  private static RunningPage page;

  @TempDir static Path shared;

  @TempDir Path data;

  @BeforeAll
  static void startBroker() throws Exception {
    broker = new EmbeddedKafkaKraftBroker(1, 1);
    broker.brokerProperties(
        Map.of(
            "transaction.state.log.replication.factor", "1",
            "transaction.state.log.min.isr", "1",
            "offsets.topic.replication.factor", "1",
            "group.initial.rebalance.delay.ms", "0"));
    broker.afterPropertiesSet();
    kafka = new KafkaSettings(broker.getBrokersAsString(), false, (short) 1);
    TopicSetup.ensure(kafka);
    producer = new KafkaProducer<>(kafka.producer());
    page = new RunningPage(kafka.bootstrapServers(), shared);
  }

  @AfterAll
  static void stopBroker() {
    page.close();
    producer.close();
    broker.destroy();
  }

  @Test
  @Tag("RUN-07.2a")
  void anIncidentAppearsIsMonitoredAndIsResolved() throws Exception {
    Incident open = p1(1, "prescription-api");
    send(open);
    awaitSummary(page, id(1), "\"status\":\"investigating\"", "\"indicator\":\"critical\"");

    Incident watched = then(open, IncidentState.MONITORING, Instant.now());
    send(watched);
    awaitSummary(page, id(1), "\"status\":\"monitoring\"", "\"indicator\":\"minor\"");
    assertThat(page.get("/")).contains("Prescription API: service disruption");

    send(then(watched, IncidentState.RESOLVED, Instant.now()));
    awaitSummary(page, "\"incidents\":[]", "\"indicator\":\"none\"");
    assertThat(page.get("/"))
        .contains("This incident has been resolved.")
        .doesNotContain(Given.SECRET_TITLE);
  }

  @Test
  void theTopicIsReadFromItsBeginningAtEveryStart() throws Exception {
    send(p1(2, "patient-portal"));
    try (RunningPage restarted = new RunningPage(kafka.bootstrapServers(), data.resolve("first"))) {
      awaitSummary(restarted, id(2));
    }
    try (RunningPage restarted =
        new RunningPage(kafka.bootstrapServers(), data.resolve("second"))) {
      awaitSummary(restarted, id(2));
    }
    forget(2);
  }

  @Test
  void aTombstoneTakesAnIncidentFromThePage() throws Exception {
    send(p1(3, "patient-portal"));
    awaitSummary(page, id(3));
    forget(3);
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(page.get(UNRESOLVED)).doesNotContain(id(3)));
  }

  @Test
  void aRecordThatCannotBeReadIsCountedAndHidesNoOther() throws Exception {
    send("RX-4", "{\"id\":".getBytes(StandardCharsets.UTF_8));
    send("RX-4", "null".getBytes(StandardCharsets.UTF_8));
    send("no incident id", null);
    send(p1(5, "patient-portal"));
    awaitSummary(page, id(5));
    assertThat(
            page.bean(MeterRegistry.class)
                .get("tocsin.statuspage.records.unreadable")
                .counter()
                .count())
        .isGreaterThanOrEqualTo(3);
    forget(5);
  }

  @Test
  void whatIsNotCommittedIsNotShown() throws Exception {
    Map<String, Object> settings = kafka.producer();
    settings.put("transactional.id", "engine");
    try (KafkaProducer<String, byte[]> engine = new KafkaProducer<>(settings)) {
      engine.initTransactions();
      engine.beginTransaction();
      engine.send(record(p1(6, "patient-portal"))).get(10, TimeUnit.SECONDS);
      engine.abortTransaction();
      engine.beginTransaction();
      engine.send(record(p1(7, "patient-portal")));
      engine.commitTransaction();

      awaitSummary(page, id(7));
      assertThat(page.get(UNRESOLVED)).doesNotContain(id(6));
    }
    forget(7);
  }

  @Test
  void aConsumerMadeAnewGoesOn() throws Exception {
    send(p1(8, "patient-portal"));
    awaitSummary(page, id(8));
    page.bean(IncidentsBinding.class).renew("the test says so");
    send(p1(9, "patient-portal"));
    awaitSummary(page, id(8), id(9));
    forget(8);
    forget(9);
  }

  @Test
  void aPageThatWasThereBeforeKafkaReadsAsSoonAsKafkaAnswers() throws Exception {
    send(p1(10, "patient-portal"));
    try (Doorway doorway = new Doorway(kafka.bootstrapServers());
        RunningPage early = new RunningPage(doorway.address(), data)) {
      assertThat(early.get("/")).contains("Status Not Known Yet");
      doorway.open();
      awaitSummary(early, id(10));
    }
    forget(10);
  }

  private static void awaitSummary(RunningPage page, String... parts) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(page.get("/api/v2/summary.json")).contains(parts));
  }

  private static String id(long number) {
    return PublicId.of("incident", "RX-" + number);
  }

  private static void forget(long number) throws Exception {
    send("RX-" + number, null);
  }

  private static void send(Incident incident) throws Exception {
    producer.send(record(incident)).get(10, TimeUnit.SECONDS);
  }

  private static void send(String key, byte @Nullable [] value) throws Exception {
    producer
        .send(new ProducerRecord<>(Topics.INCIDENTS.name(), key, value))
        .get(10, TimeUnit.SECONDS);
  }

  private static ProducerRecord<String, byte[]> record(Incident incident) {
    return new ProducerRecord<>(
        Topics.INCIDENTS.name(),
        incident.id().toString(),
        Topics.INCIDENTS.serde().bytes(incident));
  }
}

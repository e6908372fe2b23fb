package io.tocsin.severityclassifier;

import static io.tocsin.severityclassifier.ExampleAlert.KEY;
import static io.tocsin.severityclassifier.ExampleAlert.recovered;
import static io.tocsin.severityclassifier.ExampleAlert.triggered;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tocsin.contracts.events.ClassifiedAlert;
import io.tocsin.contracts.events.TeamPartitioner;
import io.tocsin.contracts.events.Topics;
import io.tocsin.contracts.runtime.KafkaSettings;
import io.tocsin.contracts.runtime.policy.LivePolicies;
import io.tocsin.severityclassifier.edge.kafka.ClassifierStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.kafka.config.StreamsBuilderFactoryBean;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;
import org.springframework.test.web.reactive.server.WebTestClient;

/** The service as it is, on a real broker. */
class SeverityClassifierApplicationTest {
  private static final EmbeddedKafkaKraftBroker BROKER = new EmbeddedKafkaKraftBroker(1, 1);
  private static final List<ConsumerRecord<String, byte[]>> SEEN = new ArrayList<>();
  private static ConfigurableApplicationContext service;
  private static WebTestClient http;
  private static KafkaProducer<String, byte[]> producer;
  private static KafkaConsumer<String, byte[]> consumer;

  @BeforeAll
  static void start(@TempDir Path folder) {
    BROKER.brokerProperties(
        Map.of(
            "offsets.topic.replication.factor", "1",
            "offsets.topic.num.partitions", "1",
            "transaction.state.log.replication.factor", "1",
            "transaction.state.log.min.isr", "1",
            "group.initial.rebalance.delay.ms", "0",
            "auto.create.topics.enable", "false"));
    BROKER.afterPropertiesSet();
    service =
        SeverityClassifierApplication.start(
            settings(folder), LivePolicies.unchanging(ExamplePolicies.shipped()));
    http =
        WebTestClient.bindToServer()
            .baseUrl(
                "http://127.0.0.1:" + service.getEnvironment().getProperty("local.server.port"))
            .responseTimeout(Duration.ofSeconds(30))
            .build();
    KafkaSettings kafka = KafkaSettings.of(BROKER.getBrokersAsString());
    producer = new KafkaProducer<>(kafka.producer());
    consumer = new KafkaConsumer<>(kafka.consumer());
    List<TopicPartition> partitions =
        consumer.partitionsFor(Topics.CLASSIFIED_ALERTS.name()).stream()
            .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    awaitReady();
  }

  @AfterAll
  static void stop() {
    consumer.close();
    producer.close();
    service.close();
    BROKER.destroy();
  }

  @Test
  @Tag("RUN-02.1b")
  void anAlertComesOutClassifiedOnItsTeamsPartitionAndItsRecoveryFollows() throws Exception {
    int before = SEEN.size();
    send(triggered().label("portals", "all"));
    send(recovered().at(ofMinutes(1)));

    List<ConsumerRecord<String, byte[]>> out = awaitRecords(before + 2);
    ClassifiedAlert first = classified(out.get(before));
    assertThat(first.severity().name()).isEqualTo("P1");
    assertThat(first.decidedBy().name()).isEqualTo("all-portals-down");
    assertThat(classified(out.get(before + 1)).groupingKey()).isEqualTo(first.groupingKey());
    assertThat(out)
        .allMatch(
            record ->
                record.partition()
                    == TeamPartitioner.partition(record.topic(), "RX-x", Topics.PARTITIONS));
  }

  @Test
  void theStreamGoesOnWithNewClientsAfterTheClockWasSet() throws Exception {
    int before = SEEN.size();
    KafkaStreams old = stream().getKafkaStreams();
    service.getBean(ClassifierStream.class).renew("a test asked for it");
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> stream().getKafkaStreams() != null && stream().getKafkaStreams() != old);
    awaitReady();

    send(triggered().at(ofMinutes(60)));
    assertThat(classified(awaitRecords(before + 1).get(before)).service())
        .isEqualTo("prescription-api");
  }

  @Test
  void theBindersTopologyIsTheOneThatIsTested() throws IOException {
    try (var golden = getClass().getResourceAsStream("/golden/topology.txt")) {
      assertThat(stream().getTopology().describe().toString())
          .isEqualTo(new String(golden.readAllBytes(), UTF_8));
    }
  }

  @Test
  void anExplanationShowsTheRulesThatWereAskedAndPublishesNothing() {
    http.post()
        .uri("/explain")
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue(Topics.ALERTS.serde().bytes(triggered().label("error_rate", "30").alert()))
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.classified.severity")
        .isEqualTo("P2")
        .jsonPath("$.classified.team")
        .isEqualTo("RX")
        .jsonPath("$.rules[*].outcome")
        .isEqualTo(List.of("did not hold", "did not hold", "decided"))
        .jsonPath("$.rules[2].rule")
        .isEqualTo("api-error-rate");
  }

  @Test
  void aBodyThatIsNoAlertIsAnsweredWithAProblem() {
    http.post()
        .uri("/explain")
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue("{\"id\":\"a1\",\"signal\":\"TRIGGERED\"}")
        .exchange()
        .expectStatus()
        .isBadRequest()
        .expectHeader()
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .expectBody()
        .jsonPath("$.title")
        .isEqualTo("Not an alert")
        .jsonPath("$.detail")
        .value(
            String.class,
            detail ->
                assertThat(detail)
                    .endsWith("lacks key, integration, source, occurredAt, receivedAt"));
  }

  @Test
  void healthAndMetricsSayWhichPolicyRuns() {
    http.get()
        .uri("/actuator/health/policy")
        .exchange()
        .expectBody()
        .jsonPath("$.details.policy")
        .isEqualTo("hash-1");
    assertThat(
            http.get()
                .uri("/actuator/prometheus")
                .exchange()
                .returnResult(String.class)
                .getResponseBody()
                .collectList()
                .block())
        .anyMatch(text -> text.contains("tocsin_policy_reload_refused 0.0"));
  }

  private static Map<String, Object> settings(Path folder) {
    return Map.of(
        "server.port",
        0,
        "tocsin.kafka.bootstrap-servers",
        BROKER.getBrokersAsString(),
        "tocsin.data-directory",
        folder.resolve("data"));
  }

  private static void send(ExampleAlert alert) throws Exception {
    byte[] body = Topics.ALERTS.serde().bytes(alert.alert());
    producer.send(new ProducerRecord<>(Topics.ALERTS.name(), KEY.value(), body)).get();
  }

  private static List<ConsumerRecord<String, byte[]>> awaitRecords(int count) {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () -> {
              consumer.poll(Duration.ofMillis(100)).forEach(SEEN::add);
              return SEEN.size() >= count;
            });
    return SEEN;
  }

  private static void awaitReady() {
    await()
        .atMost(Duration.ofSeconds(40))
        .until(
            () ->
                http.get()
                    .uri("/actuator/health/readiness")
                    .exchange()
                    .returnResult(String.class)
                    .getStatus()
                    .is2xxSuccessful());
  }

  private static StreamsBuilderFactoryBean stream() {
    return service.getBean("&stream-builder-classify", StreamsBuilderFactoryBean.class);
  }

  private static ClassifiedAlert classified(ConsumerRecord<String, byte[]> record) {
    return Topics.CLASSIFIED_ALERTS.serde().value(record.value());
  }
}

package io.tocsin.severityclassifier.edge.kafka;

import static io.tocsin.severityclassifier.ExampleAlert.KEY;
import static io.tocsin.severityclassifier.ExampleAlert.NOON;
import static io.tocsin.severityclassifier.ExampleAlert.recovered;
import static io.tocsin.severityclassifier.ExampleAlert.triggered;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tocsin.contracts.events.ClassifiedAlert;
import io.tocsin.contracts.events.Rejected;
import io.tocsin.contracts.events.Topics;
import io.tocsin.contracts.policy.Policies;
import io.tocsin.severityclassifier.ExampleAlert;
import io.tocsin.severityclassifier.ExamplePolicies;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Properties;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassifierTopologyTest {
  private Policies policies = ExamplePolicies.shipped();
  private Instant now = NOON;
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final RocksMemory memory = new RocksMemory();
  private TopologyTestDriver driver;
  private TestInputTopic<String, byte[]> alerts;
  private TestOutputTopic<String, byte[]> classified;
  private TestOutputTopic<String, byte[]> deadLetters;

  @BeforeEach
  void open(@TempDir Path state) {
    Properties settings = new Properties();
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, ClassifierTopology.APPLICATION);
    settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:1");
    settings.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
    settings.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, SmallRocks.class);
    settings.put(SmallRocks.MEMORY, memory);
    driver = new TopologyTestDriver(topology(), settings, NOON);
    alerts =
        driver.createInputTopic(
            Topics.ALERTS.name(), new StringSerializer(), new ByteArraySerializer());
    classified = output(Topics.CLASSIFIED_ALERTS.name());
    deadLetters = output(Topics.DEAD_LETTERS.name());
  }

  @AfterEach
  void close() {
    driver.close();
    memory.close();
  }

  @Test
  void anAlertComesOutUnderItsGroupingKeyWithEventHeadersAndItsTrace() {
    RecordHeaders headers = new RecordHeaders();
    headers.add("traceparent", "00-aa-bb-01".getBytes(UTF_8));
    headers.add("ce_type", "io.tocsin.alert.accepted".getBytes(UTF_8));
    byte[] body = Topics.ALERTS.serde().bytes(triggered().alert());
    alerts.pipeInput(new TestRecord<>(KEY.value(), body, headers, NOON));

    TestRecord<String, byte[]> out = classified.readRecord();
    ClassifiedAlert alert = Topics.CLASSIFIED_ALERTS.serde().value(out.value());
    assertThat(out.key()).isEqualTo(alert.groupingKey().value()).startsWith("RX-");
    assertThat(header(out, "traceparent")).isEqualTo("00-aa-bb-01");
    assertThat(header(out, "ce_type")).isEqualTo("io.tocsin.classified-alert.v1");
    assertThat(header(out, "ce_id")).isEqualTo(alert.alert().id().value());
    assertThat(out.headers().headers("ce_type")).hasSize(1);
    assertThat(alert.classifiedAt()).isEqualTo(NOON);
  }

  @Test
  void aRecoveryBeforeItsTriggerAbsorbsIt() {
    assertThat(send(recovered().at(ofMinutes(1))).absorbed()).isNull();
    assertThat(send(triggered().received(ofMinutes(2))).absorbed()).isNotNull();
  }

  @Test
  void everyLaterRecordFollowsTheFirstAfterThePolicyChanged() {
    ClassifiedAlert first = send(triggered());
    policies = ExamplePolicies.afterHandOver();

    assertThat(send(recovered().at(ofMinutes(5))).groupingKey()).isEqualTo(first.groupingKey());
  }

  @Test
  void aTriggerLongAfterTheRecoveryIsRoutedAfresh() {
    send(triggered());
    send(recovered().at(ofMinutes(1)));
    policies = ExamplePolicies.afterHandOver();

    assertThat(send(triggered().at(ofMinutes(17))).team()).isEqualTo(ExamplePolicies.HP);
  }

  @Test
  void aRecordThatIsNoAlertBecomesADeadLetterAndTheStreamGoesOn() {
    alerts.pipeInput(KEY.value(), "{\"id\":".getBytes(UTF_8));
    alerts.pipeInput(null, "{}".getBytes(UTF_8));
    alerts.pipeInput(KEY.value(), null);
    send(triggered());

    TestRecord<String, byte[]> first = deadLetters.readRecord();
    Rejected rejected = Topics.DEAD_LETTERS.serde().value(first.value());
    assertThat(first.key()).isEqualTo(KEY.value());
    assertThat(rejected.where()).isEqualTo("alerts");
    assertThat(rejected.raw()).isEqualTo("{\"id\":".getBytes(UTF_8));
    assertThat(rejected.reason().text()).startsWith("record alerts/0/0: it is no alert");
    assertThat(deadLetters.readKeyValue().key).isEqualTo("alerts/0/1");
    assertThat(deadLetters.getQueueSize()).isEqualTo(1);
    assertThat(meters.counter("tocsin.classifier.dead.letters").count()).isEqualTo(3);
  }

  @Test
  void anAlertThatLacksWhatEverybodyReliesOnSaysWhat() {
    alerts.pipeInput(KEY.value(), "{\"signal\":\"TRIGGERED\",\"id\":\"a1\"}".getBytes(UTF_8));

    assertThat(Topics.DEAD_LETTERS.serde().value(deadLetters.readValue()).reason().text())
        .endsWith("the alert lacks key, integration, source, occurredAt, receivedAt");
  }

  @Test
  void aMemoryThatCannotBeReadIsAsGoodAsNone() {
    driver
        .<String, byte[]>getKeyValueStore(ClassifierTopology.STORE)
        .put(KEY.value(), "junk".getBytes(UTF_8));

    assertThat(send(triggered()).service()).isEqualTo("prescription-api");
  }

  @Test
  void anEntryIsSweptAwayThirtyDaysAfterItsLastRecord() {
    send(triggered());
    now = NOON.plus(ofDays(30));
    driver.advanceWallClockTime(ofMinutes(1));
    assertThat(entry()).isNotNull();

    now = NOON.plus(ofDays(30)).plusSeconds(1);
    driver.advanceWallClockTime(ofMinutes(1));
    assertThat(entry()).isNull();
  }

  @Test
  void aSweepLooksAtABoundedNumberOfEntriesAndGoesOnWhereItStopped() {
    byte[] route = sweptRoute();
    for (int i = 0; i < RouteStore.SWEPT_AT_ONCE + 50; i++) {
      driver.<String, byte[]>getKeyValueStore(ClassifierTopology.STORE).put("k" + i, route);
    }
    now = NOON.plus(ofDays(31));

    driver.advanceWallClockTime(ofMinutes(1));
    assertThat(entries()).isEqualTo(50);
    driver.advanceWallClockTime(ofMinutes(1));
    assertThat(entries()).isZero();
  }

  @Test
  void theTopologyIsAsItWasAgreed() throws IOException {
    String golden;
    try (var in = getClass().getResourceAsStream("/golden/topology.txt")) {
      golden = new String(in.readAllBytes(), UTF_8);
    }

    assertThat(topology().describe().toString()).isEqualTo(golden);
  }

  private Topology topology() {
    StreamsBuilder builder = new StreamsBuilder();
    ClassifierTopology between =
        new ClassifierTopology(
            new ClassifierTopology.Surroundings(
                () -> policies, () -> now, new ClassifierMetrics(meters)));
    between
        .classified(
            builder.stream(
                Topics.ALERTS.name(),
                Consumed.with(Serdes.String(), Serdes.ByteArray()).withName(Topics.ALERTS.name())))
        .to(
            Topics.CLASSIFIED_ALERTS.name(),
            Produced.with(Serdes.String(), Serdes.ByteArray())
                .withName(Topics.CLASSIFIED_ALERTS.name()));
    return builder.build();
  }

  private ClassifiedAlert send(ExampleAlert alert) {
    alerts.pipeInput(KEY.value(), Topics.ALERTS.serde().bytes(alert.alert()));
    return Topics.CLASSIFIED_ALERTS.serde().value(classified.readValue());
  }

  private byte[] sweptRoute() {
    send(triggered());
    byte[] route = entry();
    driver.getKeyValueStore(ClassifierTopology.STORE).delete(KEY.value());
    return route;
  }

  private byte[] entry() {
    return driver.<String, byte[]>getKeyValueStore(ClassifierTopology.STORE).get(KEY.value());
  }

  private int entries() {
    int count = 0;
    try (var all = driver.getKeyValueStore(ClassifierTopology.STORE).all()) {
      while (all.hasNext()) {
        all.next();
        count++;
      }
    }
    return count;
  }

  private TestOutputTopic<String, byte[]> output(String topic) {
    return driver.createOutputTopic(topic, new StringDeserializer(), new ByteArrayDeserializer());
  }

  private static String header(TestRecord<String, byte[]> record, String name) {
    return new String(record.headers().lastHeader(name).value(), UTF_8);
  }
}

package io.tocsin.escalationengine.edge.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tocsin.contracts.events.Actor;
import io.tocsin.contracts.events.AlertDisposition;
import io.tocsin.contracts.events.Canary;
import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.events.ClassifiedAlert;
import io.tocsin.contracts.events.CommandAction;
import io.tocsin.contracts.events.DeliveryReceipt;
import io.tocsin.contracts.events.Evidence;
import io.tocsin.contracts.events.GroupingKey;
import io.tocsin.contracts.events.Incident;
import io.tocsin.contracts.events.IncidentChange;
import io.tocsin.contracts.events.IncidentCommand;
import io.tocsin.contracts.events.IncidentEvent;
import io.tocsin.contracts.events.IncidentId;
import io.tocsin.contracts.events.IncidentState;
import io.tocsin.contracts.events.Notification;
import io.tocsin.contracts.events.Reason;
import io.tocsin.contracts.events.Rejected;
import io.tocsin.contracts.events.Severity;
import io.tocsin.contracts.events.Signal;
import io.tocsin.contracts.events.TeamCode;
import io.tocsin.contracts.events.Topic;
import io.tocsin.contracts.events.Topics;
import io.tocsin.contracts.policy.Policies;
import io.tocsin.contracts.policy.PolicyFiles;
import io.tocsin.contracts.policy.PolicyLoader;
import io.tocsin.contracts.runtime.KafkaSettings;
import io.tocsin.escalationengine.scenario.Alerts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One task of the engine with its real stores, on a clock that the test moves. */
class EngineTopologyTest {
  private static final TeamCode TEAM = new TeamCode("RX");
  private static final IncidentId FIRST = new IncidentId(TEAM, 1);
  private static final Policies POLICIES = shipped();
  private static final Duration SECOND = Duration.ofSeconds(1);

  @TempDir Path directory;
  private final Alerts alerts = new Alerts(TEAM, POLICIES.hash());
  private Instant now = Instant.parse("2026-03-02T08:00:00Z");
  private TopologyTestDriver driver;

  private static Policies shipped() {
    try {
      return PolicyLoader.load(PolicyFiles.read(Path.of("../deploy/policies")));
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @BeforeEach
  void start() {
    Engine engine =
        new Engine(
            () -> now,
            new Rulebooks(() -> POLICIES, hash -> POLICIES),
            partition -> CompletableFuture.completedFuture(Map.of()),
            new PromptCommits(() -> Duration.between(Instant.EPOCH, now).toNanos()),
            new EngineMetrics(new SimpleMeterRegistry()));
    Properties properties = new Properties();
    properties.putAll(
        EngineStreams.properties(
            KafkaSettings.of("nowhere:1"),
            new EngineSettings(
                new EngineSettings.Kafka("nowhere:1", false, (short) 1),
                "policies",
                directory.toString(),
                null)));
    properties.put(StreamsConfig.PROCESSOR_WRAPPER_CLASS_CONFIG, CountedCommits.class);
    CountedCommits.reset();
    Topology topology = new Topology(new TopologyConfig(new StreamsConfig(properties)));
    driver = new TopologyTestDriver(EngineTopology.addTo(topology, engine), properties, now);
  }

  @AfterEach
  void stop() {
    driver.close();
  }

  @Test
  void theTopologyIsTheOneThatDataLiesUnder() throws IOException {
    Path golden = Path.of("src/test/resources/golden/topology.txt");
    String described =
        EngineTopology.addTo(new Topology(), new Engine(null, null, null, null, null))
            .describe()
            .toString();
    if (Boolean.getBoolean("golden.write")) {
      Files.writeString(golden, described);
    }
    assertThat(described).isEqualTo(Files.readString(golden));
  }

  @Test
  @Tag("RUN-04.4a")
  void anAlertBecomesAnIncidentAPageAndADisposition() {
    say(alert("down", Signal.TRIGGERED));
    assertThat(changes())
        .containsExactly(
            "Opened", "AlertFired", "RoundStarted", "RungCalled", "TellingDeferred", "PeopleTold");
    assertThat(read(Topics.INCIDENTS))
        .last()
        .extracting(Incident::state)
        .isEqualTo(IncidentState.OPEN);
    assertThat(pages()).singleElement().extracting(Notification::recipient).isEqualTo("on-call");
    assertThat(read(Topics.ALERT_DISPOSITIONS))
        .singleElement()
        .extracting(AlertDisposition::outcome)
        .isEqualTo(AlertDisposition.Outcome.OPENED);
  }

  @Test
  void aRepeatedDeliveryIsTheSameAlertAndChangesNothing() {
    ClassifiedAlert alert = alert("down", Signal.TRIGGERED);
    say(alert);
    changes();
    pages();
    read(Topics.ALERT_DISPOSITIONS);
    say(alert);
    assertThat(changes()).isEmpty();
    assertThat(pages()).isEmpty();
    assertThat(read(Topics.ALERT_DISPOSITIONS)).isEmpty();
  }

  @Test
  @Tag("RUN-08.1f")
  void theNextRungIsCalledAtItsTimeAndNotBefore() {
    say(alert("down", Signal.TRIGGERED));
    assertThat(pages()).hasSize(1);
    pass(Duration.ofSeconds(119));
    assertThat(phoned()).isEmpty();
    pass(Duration.ofSeconds(2));
    assertThat(phoned()).singleElement().extracting(Notification::pages).isEqualTo(List.of(2));
    pass(Duration.ofSeconds(60));
    assertThat(phoned()).isEmpty();
  }

  @Test
  void whatSomebodyWaitsForIsCommittedAtOnceAndARepeatIsNot() {
    say(alert("down", Signal.TRIGGERED));
    assertThat(CountedCommits.asked()).as("a page").isEqualTo(1);
    pass(Duration.ofSeconds(1));
    say(alert("down", Signal.TRIGGERED));
    assertThat(CountedCommits.asked()).as("a repeat").isEqualTo(1);
    pass(Duration.ofSeconds(1));
    command("c-1", FIRST, new CommandAction.RecordFinding("the pool is full"));
    assertThat(CountedCommits.asked()).as("an answer").isEqualTo(2);
    pass(Duration.ofSeconds(120));
    assertThat(phoned()).hasSize(1);
    assertThat(CountedCommits.asked()).as("a rung that a timer called").isGreaterThan(2);
  }

  @Test
  @Tag("RUN-04.1a")
  void aCommandIsAnsweredByAnEventThatNamesItAndARepeatedOneMakesNone() {
    say(alert("down", Signal.TRIGGERED));
    events();
    command("c-1", FIRST, new CommandAction.Acknowledge());
    assertThat(events()).extracting(IncidentEvent::causedBy).isNotEmpty().containsOnly("c-1");
    command("c-1", FIRST, new CommandAction.Acknowledge());
    assertThat(events()).isEmpty();
    pages();
    pass(Duration.ofHours(1));
    assertThat(pages()).isEmpty();
  }

  @Test
  void aCommandOnNoSuchIncidentIsRefusedUnderItsOwnKey() {
    command("c-9", new IncidentId(TEAM, 77), new CommandAction.Acknowledge());
    assertThat(
            driver
                .createOutputTopic(
                    Topics.INCIDENT_EVENTS.name(),
                    new StringDeserializer(),
                    Topics.INCIDENT_EVENTS.serde())
                .readKeyValuesToList())
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.key).isEqualTo("RX-c-9");
              assertThat(it.value.reason().name()).isEqualTo("no-such-incident");
            });
  }

  @Test
  @Tag("RUN-08.2")
  void aMethodThatFailsMovesTheLadderOnAtOnce() {
    say(alert("down", Signal.TRIGGERED));
    Notification page = pages().get(0);
    receipt(page, DeliveryReceipt.Outcome.FAILED);
    Notification phone = phoned().get(0);
    assertThat(phone.recipient()).isEqualTo("on-call");
    receipt(phone, DeliveryReceipt.Outcome.FAILED);
    assertThat(pages()).singleElement().extracting(Notification::pages).isEqualTo(List.of(3));
  }

  @Test
  void whatCannotBeReadIsADeadLetterAndCostsNobodyElseAnything() {
    raw(Topics.CLASSIFIED_ALERTS).pipeInput("RX-broken", "{not json".getBytes());
    raw(Topics.INCIDENT_COMMANDS).pipeInput("RX-1", "[]".getBytes());
    say(alert("down", Signal.TRIGGERED));
    assertThat(read(Topics.DEAD_LETTERS))
        .extracting(Rejected::where)
        .containsExactly("classified-alerts", "incident-commands");
    assertThat(pages()).hasSize(1);
  }

  @Test
  void anIncidentThatCannotBeReadPagesAsP1Unknown() {
    say(alert("down", Signal.TRIGGERED));
    pages();
    KeyValueStore<String, byte[]> incidents = driver.getKeyValueStore(EngineStores.INCIDENTS);
    incidents.put("RX-1", "torn".getBytes());
    say(alert("worse", Signal.TRIGGERED));
    assertThat(pages())
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.content().unknown()).isTrue();
              assertThat(it.content().severity()).isEqualTo(Severity.P1);
            });
  }

  @Test
  void theTimerIndexHoldsWhatTheIncidentsHoldAndTheAuditPutsBackWhatIsMissing() {
    say(alert("down", Signal.TRIGGERED));
    pages();
    KeyValueStore<org.apache.kafka.common.utils.Bytes, byte[]> timers =
        driver.getKeyValueStore(EngineStores.TIMERS);
    Lane entry = new Lane(Severity.P1, now.plus(Duration.ofMinutes(2)), FIRST);
    assertThat(timers.delete(entry.key())).isNotNull();
    pass(Duration.ofSeconds(1));
    assertThat(timers.get(entry.key())).isNotNull();
    pass(Duration.ofMinutes(2));
    assertThat(phoned()).hasSize(1);
  }

  @Test
  void nobodyThereForLongGivesOneLateRound() {
    say(alert("down", Signal.TRIGGERED));
    pages();
    pass(Duration.ofSeconds(1));
    now = now.plus(Duration.ofMinutes(42));
    driver.advanceWallClockTime(TimerRounds.EVERY);
    assertThat(pages()).singleElement().satisfies(it -> assertThat(it.minutesLate()).isEqualTo(40));
  }

  @Test
  void everythingThatLeavesCarriesEngineTimeAndCloudEventsHeaders() {
    say(alert("down", Signal.TRIGGERED));
    var record =
        driver
            .createOutputTopic(
                Topics.INCIDENT_EVENTS.name(),
                new StringDeserializer(),
                Topics.INCIDENT_EVENTS.serde())
            .readRecord();
    assertThat(record.getRecordTime()).isEqualTo(now);
    assertThat(new String(record.headers().lastHeader("ce_type").value()))
        .isEqualTo("io.tocsin.incident-event.v1");
    assertThat(new String(record.headers().lastHeader("ce_id").value())).isEqualTo("RX-1/1");
  }

  @Test
  void aCanaryGoesToItsTestReceiverAndOpensNothing() {
    Canary canary = Canary.ALL.get(0);
    ClassifiedAlert flying = flying(canary, false);
    say(flying);
    say(flying);

    assertThat(read(Topics.ALERT_DISPOSITIONS))
        .singleElement()
        .satisfies(
            end -> {
              assertThat(end.alert()).isEqualTo(flying.alert().id());
              assertThat(end.outcome()).isEqualTo(AlertDisposition.Outcome.CANARY);
              assertThat(end.incident()).isNull();
            });
    assertThat(read(Topics.notifications(Channel.PROBE)))
        .singleElement()
        .satisfies(
            last -> {
              assertThat(last.id()).isEqualTo(canary.notification(canary.flight(now)));
              assertThat(last.act()).isEqualTo(Notification.Act.TELL);
            });
    assertThat(read(Topics.INCIDENTS)).isEmpty();
    assertThat(read(Topics.INCIDENT_EVENTS)).isEmpty();
  }

  @Test
  void aCanaryThatCouldNotBeClassifiedEndsHereAndCallsNobody() {
    say(flying(Canary.ALL.get(0), true));

    assertThat(read(Topics.ALERT_DISPOSITIONS))
        .extracting(AlertDisposition::outcome, end -> end.reason().name())
        .containsExactly(tuple(AlertDisposition.Outcome.CANARY, "canary-not-classified"));
    for (Channel channel : Channel.values()) {
      assertThat(read(Topics.notifications(channel))).isEmpty();
    }
    assertThat(read(Topics.INCIDENTS)).isEmpty();
  }

  /** As the classifier passes it on; {@code unknown} when it stumbled. */
  private ClassifiedAlert flying(Canary canary, boolean unknown) {
    return new ClassifiedAlert(
        canary.alert("here", now, now),
        canary.team(),
        Canary.NAME,
        GroupingKey.of(canary.team(), Canary.NAME, Canary.NAME, Map.of()),
        Severity.P4,
        unknown,
        unknown,
        new Reason("canary", "ours"),
        Set.of(),
        Evidence.NONE,
        List.of(),
        null,
        POLICIES.hash(),
        now);
  }

  private ClassifiedAlert alert(String name, Signal signal) {
    return alerts.of("prescription-api", name, signal, Severity.P1, now);
  }

  private void say(ClassifiedAlert alert) {
    raw(Topics.CLASSIFIED_ALERTS)
        .pipeInput(
            alert.groupingKey().toString(), Topics.CLASSIFIED_ALERTS.serde().bytes(alert), now);
  }

  private void command(String id, IncidentId incident, CommandAction action) {
    IncidentCommand command =
        new IncidentCommand(id, TEAM, incident, new Actor("alice", "api"), now, action);
    raw(Topics.INCIDENT_COMMANDS)
        .pipeInput(command.key(), Topics.INCIDENT_COMMANDS.serde().bytes(command), now);
  }

  private void receipt(Notification page, DeliveryReceipt.Outcome outcome) {
    DeliveryReceipt receipt =
        new DeliveryReceipt(
            page.id(),
            page.incident(),
            page.channel(),
            page.recipient(),
            page.act(),
            page.pages(),
            outcome,
            null,
            new Reason("test", "so it was"),
            now);
    raw(Topics.DELIVERY_RECEIPTS)
        .pipeInput(
            page.incident().toString(), Topics.DELIVERY_RECEIPTS.serde().bytes(receipt), now);
  }

  /** Engine time passes; the driver's own clock only has to let a round happen. */
  private void pass(Duration time) {
    Duration step = time.compareTo(Duration.ofMinutes(5)) > 0 ? Duration.ofSeconds(30) : SECOND;
    for (Duration passed = Duration.ZERO; passed.compareTo(time) < 0; passed = passed.plus(step)) {
      now = now.plus(step);
      driver.advanceWallClockTime(TimerRounds.EVERY);
    }
  }

  private List<Notification> pages() {
    return read(Topics.notifications(Channel.PAGERDUTY)).stream()
        .filter(it -> it.act() == Notification.Act.PAGE)
        .toList();
  }

  private List<Notification> phoned() {
    return read(Topics.notifications(Channel.PHONE));
  }

  private List<IncidentEvent> events() {
    return read(Topics.INCIDENT_EVENTS);
  }

  private List<String> changes() {
    return events().stream()
        .map(IncidentEvent::change)
        .map(IncidentChange::getClass)
        .map(Class::getSimpleName)
        .toList();
  }

  private <V> List<V> read(Topic<V> topic) {
    return driver
        .createOutputTopic(topic.name(), new StringDeserializer(), topic.serde())
        .readValuesToList();
  }

  private TestInputTopic<String, byte[]> raw(Topic<?> topic) {
    return driver.createInputTopic(topic.name(), new StringSerializer(), new ByteArraySerializer());
  }
}

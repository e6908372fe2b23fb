package io.tocsin.alertingest;

import static io.tocsin.alertingest.support.Given.integration;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.MeterRegistry;
import io.tocsin.alertingest.support.Broker;
import io.tocsin.alertingest.support.Given;
import io.tocsin.alertingest.support.Ingest;
import io.tocsin.alertingest.support.ProviderStub;
import io.tocsin.alertingest.support.Records;
import io.tocsin.contracts.events.Alert;
import io.tocsin.contracts.events.Canary;
import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.events.DeliveryReceipt;
import io.tocsin.contracts.events.IncidentId;
import io.tocsin.contracts.events.Notification;
import io.tocsin.contracts.events.Reason;
import io.tocsin.contracts.events.Topics;
import io.tocsin.contracts.runtime.KafkaSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** Canaries on a real Kafka; the test is everything behind ingest. */
class CanaryTest {
  private static final Duration SOON = Duration.ofSeconds(40);

  @TempDir Path folder;
  private final Broker broker = new Broker();
  private final AtomicInteger beats = new AtomicInteger();
  private final Set<String> through = new HashSet<>();
  private ProviderStub provider;
  private HttpServer listener;
  private KafkaProducer<String, byte[]> others;
  private ConfigurableApplicationContext service;
  private Ingest ingest;

  @BeforeEach
  void start() throws IOException {
    provider = new ProviderStub();
    listener = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    listener.createContext(
        "/beat",
        call -> {
          beats.incrementAndGet();
          call.sendResponseHeaders(200, -1);
          call.close();
        });
    listener.start();
    broker.start();
    service =
        StartedIngest.on(
            broker,
            folder,
            Map.of(
                "tocsin.canary.every",
                "2s",
                "tocsin.canary.limit",
                "10s",
                "tocsin.heartbeat.every",
                "1s",
                "tocsin.heartbeat.urls",
                "http://127.0.0.1:" + listener.getAddress().getPort() + "/beat",
                "tocsin.alarm.pagerduty.events-url",
                provider.url(),
                "tocsin.alarm.pagerduty.stand-in-keys",
                true),
            Given.withCatchAll(integration("datadog-rx", null)));
    ingest =
        new Ingest(service.getEnvironment().getRequiredProperty("local.server.port", int.class));
    others = new KafkaProducer<>(KafkaSettings.of(broker.address()).producer());
  }

  @AfterEach
  void stop() {
    others.close(Duration.ZERO);
    service.close();
    broker.close();
    listener.stop(0);
    provider.close();
  }

  @Test
  void theHeartBeatsWhileCanariesComeBackAndTheCatchAllIsCalledWhenTheyDoNot() {
    await().atMost(SOON).until(() -> partitionsFlown().size() == Topics.PARTITIONS);
    await().atMost(SOON).until(this::takeThrough);
    await().atMost(SOON).until(() -> takeThrough() && beats.get() > 0);
    assertThat(told("canaries")).isEqualTo("well");
    assertThat(counted()).isGreaterThanOrEqualTo(Topics.PARTITIONS);
    MeterRegistry meters = service.getBean(MeterRegistry.class);
    assertThat(meters.get("tocsin.canary.age.seconds").gauge().value()).isLessThan(10);
    assertThat(meters.get("tocsin.canary.latency").timer().count())
        .isGreaterThanOrEqualTo(Topics.PARTITIONS);
    // where the start took longer than the limit, that was told, and is over
    await().atMost(SOON).until(() -> takeThrough() && count("trigger") == count("resolve"));
    provider.pages().clear();

    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(provider.pages())
                    .anySatisfy(
                        page ->
                            assertThat(page.at("/payload/summary").asString())
                                .startsWith("Tocsin may reach nobody")));
    assertThat(told("canaries")).isEqualTo("silent");
    int last = beats.get();
    await()
        .during(Duration.ofSeconds(3))
        .atMost(Duration.ofSeconds(5))
        .until(() -> beats.get() == last);

    await()
        .atMost(SOON)
        .until(() -> takeThrough() && provider.pages().stream().anyMatch(CanaryTest::isOver));
    await().atMost(SOON).until(() -> takeThrough() && beats.get() > last);
  }

  private long count(String action) {
    return provider.pages().stream()
        .filter(event -> event.path("event_action").asString("").equals(action))
        .count();
  }

  private static boolean isOver(JsonNode event) {
    return event.path("event_action").asString("").equals("resolve")
        && event.path("dedup_key").asString("").endsWith("-tocsin-canary");
  }

  private String told(String detail) {
    return Ingest.json(ingest.get("/actuator/health/canary")).at("/details/" + detail).asString("");
  }

  private double counted() {
    return service
        .getBean(MeterRegistry.class)
        .get("tocsin.ingest.accepted")
        .tag("integration", Canary.NAME)
        .counter()
        .count();
  }

  private Set<Integer> partitionsFlown() {
    Set<Integer> flown = new HashSet<>();
    canaries().forEach(alert -> flown.add(Canary.of(alert).orElseThrow().partition()));
    return flown;
  }

  private List<Alert> canaries() {
    try {
      return Records.in(broker.address(), Topics.ALERTS).stream()
          .map(found -> Topics.ALERTS.serde().value(found.value()))
          .toList();
    } catch (KafkaException notYet) {
      return List.of();
    }
  }

  /** Every canary that was not yet is delivered to its test receiver. */
  private boolean takeThrough() {
    for (Alert alert : canaries()) {
      if (through.add(alert.id().value())) {
        Canary canary = Canary.of(alert).orElseThrow();
        IncidentId flight = canary.flight(alert.occurredAt());
        DeliveryReceipt receipt =
            new DeliveryReceipt(
                canary.notification(flight),
                flight,
                Channel.PROBE,
                Canary.NAME,
                Notification.Act.TELL,
                List.of(),
                DeliveryReceipt.Outcome.DELIVERED,
                null,
                new Reason("accepted", "taken"),
                Instant.now());
        others.send(
            new ProducerRecord<>(
                Topics.DELIVERY_RECEIPTS.name(),
                flight.toString(),
                Topics.DELIVERY_RECEIPTS.serde().bytes(receipt)));
      }
    }
    others.flush();
    return true;
  }
}

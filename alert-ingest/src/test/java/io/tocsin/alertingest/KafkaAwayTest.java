package io.tocsin.alertingest;

import static io.tocsin.alertingest.support.Given.integration;
import static io.tocsin.alertingest.support.Given.policies;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.tocsin.alertingest.support.Broker;
import io.tocsin.alertingest.support.Ingest;
import io.tocsin.alertingest.support.Records;
import io.tocsin.contracts.events.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** Kafka goes and comes back, with its data. */
class KafkaAwayTest {
  private static final String PATH = "/webhooks/datadog/right-key";

  @TempDir Path folder;
  private final Broker broker = new Broker();
  private ConfigurableApplicationContext service;
  private Ingest ingest;

  @BeforeEach
  void start() {
    broker.start();
    service = StartedIngest.on(broker, folder, policies(integration("datadog-rx", null)));
    ingest =
        new Ingest(service.getEnvironment().getRequiredProperty("local.server.port", int.class));
    awaitKafka();
  }

  @AfterEach
  void stop() {
    service.close();
    broker.close();
  }

  @Test
  void whatIsAcceptedWhileKafkaIsAwayComesToItInOrder() {
    broker.stop();
    List<String> sent = IntStream.range(0, 30).mapToObj(i -> "away " + i).toList();
    try {
      for (String title : sent) {
        long began = System.nanoTime();
        assertThat(ingest.post(PATH, ofOneMonitor(title)).statusCode()).isEqualTo(202);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(6));
      }
      assertThat(ingest.post(PATH, "{\"title\": \"unread while away").statusCode()).isEqualTo(202);
      assertThat(spooled()).isEqualTo(31);
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> ingest.get("/actuator/health/kafka").statusCode() == 503);
      assertThat(ingest.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
    } finally {
      broker.start();
    }
    await().atMost(Duration.ofSeconds(40)).until(() -> spooled() == 0);
    awaitKafka();

    assertThat(
            Records.in(broker.address(), Topics.ALERTS).stream()
                .map(found -> Topics.ALERTS.serde().value(found.value()).title())
                .filter(title -> title.startsWith("away"))
                .distinct())
        .containsExactlyElementsOf(sent);
    assertThat(Records.quarantined(broker.address())).contains("{\"title\": \"unread while away");
  }

  private static String ofOneMonitor(String title) {
    return "{\"alert_id\":\"77\",\"alert_scope\":\"all\",\"title\":\"%s\"}".formatted(title);
  }

  private double spooled() {
    return service.getBean(MeterRegistry.class).get("tocsin.ingest.spool.records").gauge().value();
  }

  private void awaitKafka() {
    await()
        .atMost(Duration.ofSeconds(40))
        .until(() -> ingest.get("/actuator/health/kafka").statusCode() == 200);
  }
}

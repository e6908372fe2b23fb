package io.tocsin.alertingest;

import static io.tocsin.alertingest.support.Given.integration;
import static io.tocsin.alertingest.support.Given.policies;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.tocsin.alertingest.edge.spool.Spool;
import io.tocsin.alertingest.support.Broker;
import io.tocsin.alertingest.support.Ingest;
import io.tocsin.alertingest.support.Records;
import io.tocsin.contracts.events.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** Accepted is published and spooled and quarantined, whatever is sent and whatever fails. */
class AcceptedSumTest {
  private static final String PATH = "/webhooks/datadog/right-key";
  private static final String ONE = "{\"id\":\"7\",\"title\":\"[Triggered] one\"}";
  private static final String THREE = "[{\"title\":\"a\"},{\"title\":\"b\"},\"bad one\"]";

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
  void theSumHoldsForRepeatedRefusedAndFailingSends() {
    for (String body : List.of(ONE, ONE, THREE, "{\"title\": \"unfinished", "[]")) {
      ingest.post(PATH, body);
    }
    ingest.post("/webhooks/datadog/wrong-key", ONE);
    ingest.post(PATH, "");
    ingest.post(PATH, "x".repeat(512 * 1024 + 1));
    assertThat(List.of(counted("published"), counted("quarantined"))).containsExactly(4L, 3L);
    assertSum();
    assertThat(Records.in(broker.address(), Topics.ALERTS)).hasSize(4);
    assertThat(Records.in(broker.address(), Topics.QUARANTINE)).hasSize(3);

    broker.stop();
    assertThat(ingest.post(PATH, THREE).statusCode()).isEqualTo(202);
    assertThat(ingest.post(PATH, "{\"title\": \"unfinished").statusCode()).isEqualTo(202);
    assertThat(List.of(counted("accepted"), counted("published"), counted("spooled")))
        .containsExactly(11L, 4L, 2L);
    assertSum();

    broker.start();
    awaitKafka();
    await()
        .atMost(Duration.ofSeconds(40))
        .untilAsserted(
            () -> {
              assertThat(Records.in(broker.address(), Topics.ALERTS)).hasSize(6);
              assertThat(Records.in(broker.address(), Topics.QUARANTINE)).hasSize(5);
            });
    await().until(() -> !service.getBean(Spool.class).isHolding());
    assertThat(ingest.post(PATH, THREE).statusCode()).isEqualTo(202);
    assertThat(counted("accepted")).isEqualTo(14);
    assertSum();
  }

  private void assertSum() {
    assertThat(counted("accepted"))
        .isEqualTo(counted("published") + counted("spooled") + counted("quarantined"));
  }

  private long counted(String what) {
    Counter counter =
        service
            .getBean(MeterRegistry.class)
            .get("tocsin.ingest." + what)
            .tag("integration", "datadog-rx")
            .counter();
    return (long) counter.count();
  }

  private void awaitKafka() {
    await()
        .atMost(Duration.ofSeconds(40))
        .until(() -> ingest.get("/actuator/health/kafka").statusCode() == 200);
  }
}

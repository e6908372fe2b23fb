package io.tocsin.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.chaos.core.Arrival;
import io.tocsin.chaos.edge.driver.HttpCalls;
import io.tocsin.chaos.edge.nemesis.Provider;
import io.tocsin.chaos.edge.plan.Case;
import io.tocsin.chaos.edge.plan.Delivery;
import io.tocsin.chaos.edge.system.Installation;
import io.tocsin.chaos.edge.system.Target;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ForkJoinPool;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/** PagerDuty says that it took a page, and loses it: nobody acknowledges, and that saves it. */
@Tag("RUN-04.1a")
@Tag("long")
class LostPageIT {
  private static final Path POLICIES = Path.of("..", "policies");
  private static final Duration ANSWER = Duration.ofSeconds(10);
  private static final Duration CLIMB = Duration.ofSeconds(60);

  @Test
  @DisabledIfSystemProperty(named = "chaos.full", matches = "true")
  void aPageThatPagerDutyLosesIsFollowedByTheCallOfTheNextRung() throws IOException {
    Path output = Files.createDirectories(Path.of("target", "lost"));
    Path folder = Files.createTempDirectory(output, "check-");
    try (Installation system = Installation.prepared(POLICIES, folder)) {
      system.start();
      Provider provider = new Provider(system.addresses().url(Target.SANDBOX));
      provider.lose();

      assertThat(alerted(system).statusCode()).isEqualTo(202);

      Awaitility.await()
          .atMost(CLIMB)
          .untilAsserted(
              () ->
                  assertThat(provider.sightings())
                      .anyMatch(said -> said.what().matches("RX-1/\\d+/phone/on-call")));
      assertThat(provider.arrivals())
          .as("PagerDuty was asked to ring before, and rang nobody")
          .anyMatch(page -> page.action() == Arrival.Action.TRIGGER)
          .noneMatch(Arrival::taken);
    }
  }

  private static HttpResponse<String> alerted(Installation system) {
    Case outage = new Case("lost", "RX", "prescription-api", "is unavailable");
    Delivery delivery = new Delivery(Duration.ZERO, "t1", 1, outage, "Triggered", 1);
    String webhooks = system.addresses().url(Target.ALERT_INGEST) + "/webhooks/datadog/";
    return new HttpCalls(ANSWER, ForkJoinPool.commonPool())
        .post(webhooks + system.people().key("RX"), delivery.body(Instant.now()))
        .join();
  }
}

package io.tocsin.allinone.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class IncidentLifeIT {
  @RegisterExtension
  static final TocsinRuns RUNS =
      TocsinRuns.after(() -> RunningTocsin.prepared("incident-life", Map.of()));

  private final Outside outside = RUNS.tocsin().outside();

  @Test
  @Tag("RUN-03.1a")
  @Tag("RUN-04.1a")
  @Tag("RUN-07.2a")
  void anAlertPagesSomebodyAndItsIncidentEndsOnTheStatusPage() {
    new IncidentLife(RUNS.tocsin()).isLived();
  }

  @Test
  void aChangedPolicyHoldsForTheNextAlertAndABrokenOneForNone() throws IOException {
    new PolicyReload(RUNS.tocsin()).isLived();
  }

  @Test
  void aRecoveryBeforeItsTriggerIsSilence() {
    DatadogAlert overtaken = DatadogAlert.hpOutage();
    String trigger = overtaken.triggered();
    assertThat(outside.sendDatadog(overtaken.recovered()).join().statusCode()).isEqualTo(202);
    assertThat(outside.sendDatadog(trigger).join().statusCode()).isEqualTo(202);

    DatadogAlert proofOfLife = DatadogAlert.hpOutage();
    assertThat(outside.sendDatadog(proofOfLife.triggered()).join().statusCode()).isEqualTo(202);
    await().atMost(Duration.ofSeconds(60)).until(() -> outside.pages(proofOfLife).size() == 1);
    await()
        .during(Duration.ofSeconds(3))
        .atMost(Duration.ofSeconds(10))
        .until(() -> outside.pages(overtaken).isEmpty());
    assertThat(outside.incidents(overtaken)).isEmpty();
    assertThat(outside.incidents(proofOfLife)).hasSize(1);
    outside.command(
        outside.pages(proofOfLife).get(0).incident(), "false-alarm", "{\"reason\":\"a test\"}");
    await().atMost(Duration.ofSeconds(60)).until(() -> outside.publicIncidents().isEmpty());
  }
}

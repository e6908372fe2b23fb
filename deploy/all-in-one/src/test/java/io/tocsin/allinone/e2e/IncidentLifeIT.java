package io.tocsin.allinone.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class IncidentLifeIT {
  private static final CloudWatchAlarm ALARM = new CloudWatchAlarm();

  @RegisterExtension static final TocsinRuns RUNS = TocsinRuns.after(IncidentLifeIT::prepared);

  private static RunningTocsin prepared() throws IOException {
    Path certificates = Path.of("target/e2e/sns-certificates").toAbsolutePath();
    ALARM.certify(certificates);
    return RunningTocsin.prepared(
        "incident-life", Map.of("SNS_CERTIFICATES", certificates.toString()));
  }

  private final Outside outside = RUNS.tocsin().outside();

  @Test
  @Tag("RUN-03.1a")
  @Tag("RUN-04.1a")
  @Tag("RUN-07.2a")
  void anAlertPagesSomebodyAndItsIncidentEndsOnTheStatusPage() {
    new IncidentLife(RUNS.tocsin()).isLived();
  }

  @Test
  @Tag("RUN-03.1b")
  void anAlarmOfCloudWatchPagesSomebodyAndItsRecoveryIsHeard() {
    assertThat(outside.sendCloudWatch(ALARM.alarm()).join().statusCode()).isEqualTo(202);
    await().atMost(Duration.ofSeconds(60)).until(() -> outside.pages(ALARM.name()).size() == 1);
    String incident = outside.pages(ALARM.name()).get(0).incident();
    assertThat(outside.incident(incident).path("subject").path("service").asString())
        .isEqualTo("prescription-db");

    assertThat(outside.command(incident, "acknowledge", "{}").statusCode()).isEqualTo(200);
    assertThat(outside.sendCloudWatch(ALARM.ok()).join().statusCode()).isEqualTo(202);
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> outside.incident(incident).path("state").asString().equals("MONITORING"));
    outside.command(incident, "resolve", "{\"reason\":\"connections were freed\"}");
    await().atMost(Duration.ofSeconds(60)).until(() -> outside.publicIncidents().isEmpty());
    assertThat(outside.pages(ALARM.name())).hasSize(1);
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

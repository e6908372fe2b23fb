package io.tocsin.alertingest.core.cloudwatch;

import static io.tocsin.alertingest.support.Given.fixture;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.alertingest.support.Aws;
import io.tocsin.alertingest.support.Samples;
import io.tocsin.alertingest.support.SnsSigner;
import io.tocsin.contracts.events.Alert;
import io.tocsin.contracts.events.ContractJson;
import io.tocsin.contracts.events.Signal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The alerts as everybody downstream sees them: a difference here is a change of the contract. */
@Tag("RUN-03.1b")
class CloudWatchGoldenTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden/cloudwatch");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "metric-alarm",
        "metric-math-alarm",
        "anomaly-alarm",
        "composite-alarm",
        "event-state-change"
      })
  void eachMessageOfATopicGivesThisAlert(String name) throws IOException {
    same("sns-" + name, Aws.published(fixture("cloudwatch/" + name + ".json")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"event-state-change", "event-composite", "event-configuration-change"})
  void eachEventGivesThisAlert(String name) throws IOException {
    same(name, Aws.event(fixture("cloudwatch/" + name + ".json")));
  }

  @Test
  void whatIsNoAlarmGivesThisNotice() throws IOException {
    same("sns-notice", Aws.published("AWS Budgets: prescriptions has exceeded your threshold\n…"));
  }

  @Test
  void theEndOfASubscriptionGivesThisAlert() throws IOException {
    String body = Aws.unsigned(SnsSigner.handshakeFields("UnsubscribeConfirmation", Aws.SENT_AT));

    same("sns-end-of-subscription", Aws.only(Aws.parsed(body)));
  }

  @ParameterizedTest
  @CsvSource({
    "sns-anomaly-detection-OK-real.json, RECOVERED, anomaly",
    "sns-cloudwatch-metric-alarm-alerta.json, TRIGGERED, metric"
  })
  void thirdPartiesMessagesAreUnderstood(String name, Signal signal, String kind) {
    Alert alert =
        Aws.only(
            Aws.parsed(
                Samples.text("cloudwatch/" + name)
                    // the account of one sample has 10 digits
                    .replace("1234567890:alerta-test", "123456789000:alerta-test")));

    assertThat(alert.signal()).isEqualTo(signal);
    assertThat(alert.labels()).containsEntry("alarm_kind", kind);
    assertThat(alert.timed()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "message-anomaly-current-fields.json, RECOVERED, anomaly",
    "message-composite-alarm.json, TRIGGERED, composite",
    "message-multi-contributor-fragment.json, TRIGGERED, unknown",
    "eventbridge-state-change-for-a-metric-math-alarm.json, TRIGGERED, metric-math",
    "eventbridge-state-change-for-an-anomaly-detection-alarm.json, TRIGGERED, anomaly"
  })
  void thirdPartiesAlarmsInATopicAreUnderstood(String name, Signal signal, String kind) {
    Alert alert = Aws.published(Samples.text("cloudwatch/" + name));

    assertThat(alert.signal()).isEqualTo(signal);
    assertThat(alert.labels()).containsEntry("alarm_kind", kind);
  }

  @ParameterizedTest
  @CsvSource({
    "eventbridge-state-change-for-a-single-metric-alarm.json, TRIGGERED, metric",
    "eventbridge-state-change-for-a-metric-math-alarm.json, TRIGGERED, metric-math",
    "eventbridge-state-change-for-an-anomaly-detection-alarm.json, TRIGGERED, anomaly",
    "eventbridge-state-change-for-a-composite-alarm-with-a-suppressor-alarm.json, TRIGGERED,"
        + " composite"
  })
  void thirdPartiesEventsAreUnderstood(String name, Signal signal, String kind) {
    Alert alert = Aws.event(Samples.text("cloudwatch/" + name));

    assertThat(alert.signal()).isEqualTo(signal);
    assertThat(alert.labels()).containsEntry("alarm_kind", kind);
  }

  @Test
  void aThirdPartysChangeOfConfigurationIsANotice() {
    assertThat(Aws.event(Samples.text("cloudwatch/eventbridge-update-of-a-metric-alarm.json")))
        .extracting(Alert::signal)
        .isEqualTo(Signal.NOTICE);
  }

  private static void same(String name, Alert alert) throws IOException {
    String json =
        ContractJson.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(alert) + "\n";
    Path file = GOLDEN.resolve(name + ".json");
    if (Boolean.getBoolean("golden.write")) {
      Files.writeString(file, json);
    }
    assertThat(json).isEqualTo(Files.readString(file));
  }
}

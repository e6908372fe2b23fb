package io.tocsin.alertingest.core.datadog;

import static io.tocsin.alertingest.support.Given.alert;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.contracts.events.Alert;
import io.tocsin.contracts.events.Signal;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("RUN-03.1a")
class DatadogStateTest {

  @ParameterizedTest
  @CsvSource({
    "Triggered, TRIGGERED",
    "Re-Triggered, RETRIGGERED",
    "No Data, NO_DATA",
    "Re-No Data, NO_DATA",
    "Warn, WARNED",
    "Re-Warn, WARNED",
    "Renotify, RENOTIFIED",
    "Recovered, RECOVERED",
    "recovered, RECOVERED"
  })
  void everyTransitionOfDatadogIsKnown(String transition, Signal signal) {
    Alert alert = alert("{\"title\":\"x\",\"alert_transition\":\"" + transition + "\"}");

    assertThat(alert.signal()).isEqualTo(signal);
    assertThat(alert.said()).isEqualTo(transition);
  }

  @Test
  void anUnknownTransitionIsAnAlarmInItsOwnWord() {
    Alert alert = alert("{\"title\":\"x\",\"transition\":\"Exploded\"}");

    assertThat(alert.signal()).isEqualTo(Signal.TRIGGERED);
    assertThat(alert.said()).isEqualTo("Exploded");
  }

  @Test
  void aTriggeredMonitorThatWarnsNowHasNotRecovered() {
    Alert alert =
        alert("{\"title\":\"[Warn] x\",\"transition\":\"Warn\",\"alert_type\":\"success\"}");

    assertThat(alert.signal().isFiring()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "[Triggered] Host is down, TRIGGERED, Host is down",
    "[P1] [Recovered] Host is down, RECOVERED, Host is down",
    "[Recovered] [P1] Host is down, RECOVERED, Host is down",
    "[Re-Triggered on {host:x}] Host is down, RETRIGGERED, Host is down",
    "[No Data on {host:x}] Host is down, NO_DATA, Host is down",
    "[Warn] Host is down, WARNED, Host is down",
    "[Re-Warn] Host is down, WARNED, Host is down",
    "[Renotify] Host is down, RENOTIFIED, Host is down",
    "[Triggered] [Memory Alert], TRIGGERED, [Memory Alert]",
    "[Melted on {host:x}] Host is down, TRIGGERED, Host is down"
  })
  void withoutATransitionTheTitleTellsTheState(String title, Signal signal, String rest) {
    Alert alert = alert("{\"title\":\"" + title + "\"}");

    assertThat(alert.signal()).isEqualTo(signal);
    assertThat(alert.title()).isEqualTo(rest);
  }

  @ParameterizedTest
  @CsvSource({"info, NOTICE", "success, NOTICE", "warning, WARNED", "error, TRIGGERED"})
  void withoutAnyStateTheTypeTellsWhetherItIsAnAlarm(String type, Signal signal) {
    assertThat(alert("{\"title\":\"x\",\"alert_type\":\"" + type + "\"}").signal())
        .isEqualTo(signal);
  }

  @Test
  void thePrefixOfTheTitleMakesASuccessARecovery() {
    assertThat(alert("{\"title\":\"[Recovered] x\",\"alert_type\":\"success\"}").signal())
        .isEqualTo(Signal.RECOVERED);
  }

  @Test
  void whoSaysNothingOfAStateRaisesAnAlarm() {
    assertThat(alert("{\"title\":\"x\",\"transition\":\"$ALERT_TRANSITION\"}").signal())
        .isEqualTo(Signal.TRIGGERED);
  }

  @ParameterizedTest
  @CsvSource({
    "'\"alert_priority\":\"P1\"', P1",
    "'\"severity\":\"p3\"', P3",
    "'\"priority\":\"P5\"', P5",
    "'\"priority\":\"normal\"', P4",
    "'\"alert_priority\":\"\"', P4"
  })
  void theMonitorsPriorityIsNotTheEventsPriority(String field, String level) {
    assertThat(alert("{\"title\":\"[P4] [Triggered] x\"," + field + "}").level()).isEqualTo(level);
  }
}

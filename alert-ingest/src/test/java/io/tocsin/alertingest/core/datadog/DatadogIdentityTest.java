package io.tocsin.alertingest.core.datadog;

import static io.tocsin.alertingest.support.Given.alert;
import static io.tocsin.alertingest.support.Given.integration;
import static io.tocsin.alertingest.support.Given.parsed;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.contracts.events.Alert;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("RUN-03.1a")
class DatadogIdentityTest {

  @Test
  void aTriggerAndItsRecoveryAreOneAlertInTwoDeliveries() {
    Alert trigger =
        alert(
            """
            {"id":"1","title":"[Triggered] x","alert_transition":"Triggered",
             "alert_cycle_key":"77","aggreg_key":"aa","date":"1790000000000"}""");
    Alert recovery =
        alert(
            """
            {"id":"2","title":"[Recovered] x","alert_transition":"Recovered",
             "alert_cycle_key":"77","aggreg_key":"aa","date":"1790000100000"}""");

    assertThat(recovery.key()).isEqualTo(trigger.key());
    assertThat(recovery.id()).isNotEqualTo(trigger.id());
  }

  @Test
  void aRepeatedDeliveryIsTheSameAlert() {
    String body = "{\"id\":8306077573749414142,\"title\":\"x\",\"date\":1790000000000}";

    assertThat(parsed(body, null, integration("rx", null), "one").alerts())
        .isEqualTo(parsed(body, null, integration("rx", null), "two").alerts());
  }

  @Test
  void idsOfNineteenDigitsThatDifferInTheLastAreTwo() {
    Alert one = alert("{\"id\":8306077573749414142,\"title\":\"x\"}");
    Alert other = alert("{\"id\":8306077573749414143,\"title\":\"x\"}");

    assertThat(one.id()).isNotEqualTo(other.id());
  }

  @Test
  void aMonitorsIdInThePlaceOfTheEventsDoesNotHideTheRecovery() {
    Alert trigger = alert("{\"id\":\"31337\",\"title\":\"[Triggered] x\",\"date\":1790000000000}");
    Alert recovery = alert("{\"id\":\"31337\",\"title\":\"[Recovered] x\",\"date\":1790000100000}");
    Alert again = alert("{\"id\":\"31337\",\"title\":\"[Triggered] x\",\"date\":1790000200000}");

    assertThat(trigger.id()).isNotEqualTo(recovery.id()).isNotEqualTo(again.id());
    assertThat(trigger.key()).isEqualTo(recovery.key()).isEqualTo(again.key());
  }

  @Test
  void withoutAnEventIdContentAndTimeMakeTheAlert() {
    Alert one = alert("{\"title\":\"x\",\"date\":1790000000000}");
    Alert repeat = alert("{\"title\":\"x\",\"date\":1790000000000}");
    Alert later = alert("{\"title\":\"x\",\"date\":1790000000001}");

    assertThat(repeat.id()).isEqualTo(one.id());
    assertThat(later.id()).isNotEqualTo(one.id());
  }

  @Test
  void withNeitherIdNorTimeEveryDeliveryIsNew() {
    String body = "{\"title\":\"x\"}";
    Alert one = parsed(body, null, integration("rx", null), "one").alerts().get(0);
    Alert other = parsed(body, null, integration("rx", null), "other").alerts().get(0);

    assertThat(one.id()).isNotEqualTo(other.id());
    assertThat(one.key()).isEqualTo(other.key());
    assertThat(one.timed()).isFalse();
  }

  @Test
  void withoutACycleKeyMonitorAndScopeInAnyOrderAreTheAlert() {
    Alert one = alert("{\"title\":\"a\",\"alert_id\":5,\"alert_scope\":\"host:x, zone:1\"}");
    Alert same = alert("{\"title\":\"b\",\"alertId\":\"5\",\"alertScope\":\"zone:1,host:x\"}");
    Alert otherHost = alert("{\"title\":\"a\",\"alert_id\":5,\"alert_scope\":\"host:y,zone:1\"}");

    assertThat(same.key()).isEqualTo(one.key());
    assertThat(otherHost.key()).isNotEqualTo(one.key());
  }

  @Test
  void theScopeInTheTitleTellsTheGroupsOfAMonitorApart() {
    Alert one = alert("{\"title\":\"[Triggered on {host:x}] Down\",\"alert_id\":5}");
    Alert recovered = alert("{\"title\":\"[Recovered on {host:x}] Down\",\"alert_id\":5}");
    Alert other = alert("{\"title\":\"[Triggered on {host:y}] Down\",\"alert_id\":5}");

    assertThat(recovered.key()).isEqualTo(one.key());
    assertThat(other.key()).isNotEqualTo(one.key());
  }

  @Test
  void theDefaultTileIsKnownByItsTitleWithoutTheState() {
    Alert trigger = alert("{\"id\":\"1\",\"title\":\"[P1] [Triggered] Down\"}");
    Alert recovery = alert("{\"id\":\"2\",\"title\":\"[P1] [Recovered] Down\"}");

    assertThat(recovery.key()).isEqualTo(trigger.key());
  }

  @Test
  void keysThatNobodyFilledInAreNoKeys() {
    String keys = "\"deduplication_key\":\"$AGGREG_KEY-$ALERT_CYCLE_KEY\"";
    Alert one = alert("{\"title\":\"x\"," + keys + "}");
    Alert other = alert("{\"title\":\"y\"," + keys + "}");

    assertThat(one.key()).isNotEqualTo(other.key());
  }

  @Test
  void aKeyHoldsTheIntegrationsNameAndNothingReadable() {
    Alert alert = alert("{\"title\":\"x\",\"alert_cycle_key\":\"secret-7\"}");

    assertThat(alert.key().value()).startsWith("datadog-rx:").doesNotContain("secret-7");
  }
}

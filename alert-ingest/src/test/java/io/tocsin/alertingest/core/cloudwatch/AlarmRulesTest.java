package io.tocsin.alertingest.core.cloudwatch;

import static io.tocsin.alertingest.support.Given.fixture;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.alertingest.core.Unreadable;
import io.tocsin.alertingest.support.Aws;
import io.tocsin.alertingest.support.SnsSigner;
import io.tocsin.contracts.events.Alert;
import io.tocsin.contracts.events.AlertId;
import io.tocsin.contracts.events.AlertKey;
import io.tocsin.contracts.events.Signal;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("RUN-03.1b")
class AlarmRulesTest {
  private static final String METRIC = fixture("cloudwatch/metric-alarm.json");
  private static final String EVENT = fixture("cloudwatch/event-state-change.json");
  private static final String ARN =
      "arn:aws:cloudwatch:us-east-1:123456789012:alarm:prescription-api-5xx";

  @ParameterizedTest
  @CsvSource({
    "ALARM, TRIGGERED",
    "OK, RECOVERED",
    "INSUFFICIENT_DATA, NO_DATA",
    "SOMETHING_NEW, TRIGGERED"
  })
  void onlyOkIsARecovery(String state, Signal signal) {
    String message = METRIC.replace("\"ALARM\"", "\"" + state + "\"");

    assertThat(Aws.published(message).signal()).isEqualTo(signal);
    assertThat(Aws.published(message).said()).isEqualTo(state);
    assertThat(Aws.event(EVENT.replace("\"value\": \"ALARM\"", "\"value\": \"" + state + "\"")))
        .extracting(Alert::signal)
        .isEqualTo(signal);
  }

  @Test
  void theMessageIdTellsDeliveriesApartAndTheArnAlarms() {
    Alert first = Aws.published(METRIC);
    Alert recovered = delivered("another-id", METRIC.replace("\"ALARM\"", "\"OK\""));

    assertThat(first.id()).isEqualTo(AlertId.ofDelivery("cloudwatch-rx", Aws.ID));
    assertThat(Aws.published(METRIC).id()).isEqualTo(first.id());
    assertThat(recovered.id()).isNotEqualTo(first.id());
    assertThat(first.key()).isEqualTo(AlertKey.of("cloudwatch-rx", ARN));
    assertThat(recovered.key()).isEqualTo(first.key());
  }

  @Test
  void anOldMessageWithoutTheArnIsOfTheSameAlarm() {
    String old = METRIC.replaceAll("\"AlarmArn\": \"[^\"]*\",", "");

    assertThat(old).doesNotContain("AlarmArn");
    assertThat(Aws.published(old).key()).isEqualTo(Aws.published(METRIC).key());
  }

  @Test
  void anEventThatComesByTwoMessagesIsTheSameAlert() {
    assertThat(delivered("one", EVENT).id()).isEqualTo(delivered("two", EVENT).id());
    assertThat(delivered("one", EVENT).key()).isEqualTo(Aws.published(METRIC).key());
  }

  @Test
  void eachContributorIsAnAlarmOfItsOwn() {
    String one = METRIC.replaceFirst("\\{", "{\"AlarmContributorId\": \"one\",");
    String two = METRIC.replaceFirst("\\{", "{\"AlarmContributorId\": \"two\",");

    assertThat(Aws.published(one).key())
        .isNotEqualTo(Aws.published(two).key())
        .isNotEqualTo(Aws.published(METRIC).key());
  }

  @ParameterizedTest
  @CsvSource({
    "prescription-api-5xx, prescription-api",
    "Prescription API: errors, prescription-api",
    "PATIENT_PORTAL/latency, patient-portal",
    "prescription-api, prescription-api",
    "prescription-apis-5xx,",
    "the prescription-api,"
  })
  void theAlarmsNameBeginsWithItsService(String name, String service) {
    assertThat(Aws.published(named(name, "{}")).service()).isEqualTo(service);
  }

  @ParameterizedTest
  @CsvSource({
    "ServiceName, prescription-db, prescription-db",
    "ServiceName, Prescription-DB, prescription-db",
    "Anything, prescription-db, prescription-db",
    "InstanceId, i-123, prescription-api",
    "Service, of-no-catalog, prescription-api"
  })
  void aDimensionOfTheCatalogSaysMoreThanTheName(String dimension, String value, String service) {
    assertThat(Aws.published(named("prescription-api-5xx", dimension(dimension, value))).service())
        .isEqualTo(service);
  }

  @Test
  void aServiceThatNoCatalogKnowsIsKept() {
    assertThat(Aws.published(named("unheard of", dimension("Service", "checkout"))).service())
        .isEqualTo("checkout");
    assertThat(Aws.published(tagged("unheard of", "service", "checkout")).service())
        .isEqualTo("checkout");
  }

  @Test
  void aTagSaysTheServiceBeforeAllElse() {
    assertThat(Aws.published(tagged("prescription-api-5xx", "Service", "patient-portal")).service())
        .isEqualTo("patient-portal");
  }

  @ParameterizedTest
  @CsvSource({
    "123456789012, env, , production",
    "210987654321, env, , staging",
    "999999999999, env, , production",
    "210987654321, Environment, production, production",
    "123456789012, env, dev, dev"
  })
  @Tag("MED-env")
  void theEnvironmentIsOfTheTagElseOfTheAccountElseOfTheIntegration(
      String account, String tag, String value, String environment) {
    String message =
        (value == null ? named("x", "{}") : tagged("x", tag, value))
            .replace("123456789012", account);

    assertThat(Aws.published(message).environment()).isEqualTo(environment);
  }

  @Test
  void anAlarmThatDoesNotSayItsStateIsPutAside() {
    assertThatThrownBy(() -> Aws.parse(Aws.enveloped("{\"AlarmName\": \"a\"}")))
        .isInstanceOf(Unreadable.class)
        .hasMessageContaining("no state");
  }

  @Test
  void anAlarmThatWasCutIsPutAside() {
    assertThatThrownBy(() -> Aws.parse(Aws.enveloped(METRIC.substring(0, 200))))
        .isInstanceOf(Unreadable.class);
  }

  @Test
  void whatIsNoAlarmIsKeptAndOpensNoIncident() {
    Alert test = Aws.published("Just a test");
    Alert json = Aws.published("{\"budget\": \"exceeded\"}");

    assertThat(test.signal()).isEqualTo(Signal.NOTICE);
    assertThat(test.description()).isEqualTo("Just a test");
    assertThat(json.signal()).isEqualTo(Signal.NOTICE);
    assertThat(delivered("another", "Just a test").key()).isNotEqualTo(test.key());
  }

  @Test
  void aTopicThatIsSubscribedAgainRecoversFromTheEndOfItsSubscription() {
    Alert ended = handshake("UnsubscribeConfirmation");
    Alert confirmed = handshake("SubscriptionConfirmation");

    assertThat(ended.signal()).isEqualTo(Signal.WARNED);
    assertThat(confirmed.signal()).isEqualTo(Signal.RECOVERED);
    assertThat(confirmed.key()).isEqualTo(ended.key());
  }

  @Test
  void aHandshakesTokenAndAddressAreKeptNowhere() {
    assertThat(handshake("UnsubscribeConfirmation").toString())
        .doesNotContain("2336412f")
        .doesNotContain("attacker");
  }

  @Test
  void anEventThatIsNoneIsPutAside() {
    assertThatThrownBy(() -> Aws.parseEvent("{\"id\": \"1\"}"))
        .isInstanceOf(Unreadable.class)
        .hasMessageContaining("/webhooks/cloudwatch");
  }

  @Test
  void anEventWithoutIdIsTheSameAtTheSameTime() {
    String nameless = EVENT.replaceFirst("\"id\": \"c4c1[^\"]*\",", "");

    assertThat(nameless).isNotEqualTo(EVENT);
    assertThat(Aws.event(nameless).id()).isEqualTo(Aws.event(nameless).id());
    assertThat(Aws.event(nameless.replace("27.5", "28.5")).id())
        .isNotEqualTo(Aws.event(nameless).id());
  }

  private static Alert handshake(String type) {
    return Aws.only(Aws.parsed(Aws.unsigned(SnsSigner.handshakeFields(type, Aws.SENT_AT))));
  }

  private static Alert delivered(String id, String message) {
    Map<String, String> fields = SnsSigner.notificationFields(id, message, Aws.SENT_AT);
    return Aws.only(Aws.parsed(Aws.unsigned(fields)));
  }

  private static String named(String name, String trigger) {
    return """
    {"AlarmName": "%s", "NewStateValue": "ALARM", "AWSAccountId": "123456789012",
     "Trigger": %s}\
    """
        .formatted(name, trigger);
  }

  private static String tagged(String name, String tag, String value) {
    return named(name, "{}")
        .replaceFirst("\\{", "{\"AlarmTags\": {\"" + tag + "\": \"" + value + "\"},");
  }

  private static String dimension(String name, String value) {
    return "{\"MetricName\": \"m\", \"Dimensions\": [{\"name\": \"%s\", \"value\": \"%s\"}]}"
        .formatted(name, value);
  }
}

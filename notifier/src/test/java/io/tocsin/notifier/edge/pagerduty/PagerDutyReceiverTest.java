package io.tocsin.notifier.edge.pagerduty;

import static io.tocsin.notifier.edge.pagerduty.Webhooks.MINE;
import static io.tocsin.notifier.edge.pagerduty.Webhooks.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.contracts.events.Actor;
import io.tocsin.contracts.events.CommandAction;
import io.tocsin.contracts.events.IncidentCommand;
import io.tocsin.notifier.Fixtures;
import io.tocsin.notifier.edge.callback.Callback;
import io.tocsin.notifier.edge.callback.Decision;
import io.tocsin.notifier.edge.callback.Given;
import io.tocsin.notifier.edge.callback.Unreadable;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people do in PagerDuty is done here; what nobody did is no echo. */
@Tag("RUN-04.1b")
class PagerDutyReceiverTest {
  private static final String SECRET = "webhook-secret-of-a-test";

  private final PagerDutyReceiver receiver = Webhooks.receiver(SECRET);

  @ParameterizedTest
  @CsvSource({
    "acknowledged, acknowledge",
    "unacknowledged, unacknowledge",
    "resolved, report-recovery",
    "reassigned, handover",
    "delegated, handover"
  })
  void aDeedBecomesACommandOfWhoDidIt(String type, String action) {
    IncidentCommand command = command(Webhooks.of(type));
    assertThat(command.action().wireName()).isEqualTo(action);
    assertThat(command.incident()).isEqualTo(Fixtures.incident(142));
    assertThat(command.team()).isEqualTo(Fixtures.TEAM);
    assertThat(command.by()).isEqualTo(new Actor("on-call", "pagerduty"));
    assertThat(command.id()).isEqualTo("pagerduty-event-1");
  }

  @Test
  void aRepeatedDeliveryIsTheSameCommand() {
    String body = Webhooks.of("acknowledged");
    assertThat(command(body)).isEqualTo(command(body));
  }

  @Test
  void itIsHandedToWhomThePolicyKnows() {
    assertThat(command(Webhooks.of("reassigned")).action())
        .isEqualTo(new CommandAction.HandOver("lead"));
  }

  @Test
  void whoThePolicyDoesNotKnowActsUnderTheirIdInPagerDuty() {
    String body = Webhooks.of("acknowledged", "e", MINE, "2026-03-02T10:15:00Z", person("Nobody"));
    assertThat(command(body).by()).isEqualTo(new Actor("pagerduty:PONCALL1", "pagerduty"));
  }

  @Test
  void somebodyIsKnownByTheirMailAddressToo() {
    String body =
        Webhooks.of("acknowledged", "e", MINE, "2026-03-02T10:15:00Z", person("LEAD@example.com"));
    assertThat(command(body).by().id()).isEqualTo("lead");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "{\"id\":\"PSVC\",\"type\":\"service_reference\",\"summary\":\"On-call\"}",
        "{\"id\":\"PINT\",\"type\":\"events_api_v2_inbound_integration_reference\"}"
      })
  void whatNoPersonDidIsNoEcho(String agent) {
    Decision decision =
        decide(Webhooks.of("acknowledged", "e", MINE, "2026-03-02T10:15:00Z", agent));
    assertThat(decision.command()).isEmpty();
    assertThat(decision.note()).contains("no person");
  }

  @Test
  @Tag("RUN-04.1b")
  void anAcknowledgementThatRanOutAtPagerDutyIsTakenBackThoughNoPersonDidIt() {
    IncidentCommand command =
        command(Webhooks.of("unacknowledged", "e", MINE, "2026-03-02T10:15:00Z", "null"));
    assertThat(command.action()).isEqualTo(new CommandAction.Unacknowledge());
    assertThat(command.by()).isEqualTo(new Actor("pagerduty", "pagerduty"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "baf7cf21b1da41b4b0221008339ff357",
        "ffffffff-RX-142-1",
        "0a1b2c3d-RX-142",
        "0a1b2c3d-RX-0-1",
        "0a1b2c3d-rx-142-1",
        "0a1b2c3d-RX-99999999999999999999-1"
      })
  void aKeyThatIsNotOursIsLeftAlone(String key) {
    assertThat(
            decide(Webhooks.of("acknowledged", "e", key, "2026-03-02T10:15:00Z", person("Lead")))
                .command())
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"event\":{\"id\":\"e\",\"event_type\":\"pagey.ping\",\"data\":{\"message\":\"Hello\"}}}",
        "{\"event\":{\"id\":\"e\",\"event_type\":\"service.updated\",\"data\":{\"content\":{}}}}",
        "{\"event\":{\"id\":\"e\",\"event_type\":\"incident.of.tomorrow\",\"data\":[1]}}",
        "{\"event\":{\"id\":\"e\",\"event_type\":\"incident.acknowledged\"}}"
      })
  void whatIsOfNoUseIsAnsweredAndLeftAlone(String body) {
    assertThat(decide(body).command()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "{}", "{\"event\":{}}", "{\"messages\":[{\"id\":\"1\"}]}"})
  void whatIsNoWebhookIsRefused(String body) {
    assertThatThrownBy(() -> decide(body)).isInstanceOf(Unreadable.class);
  }

  @Test
  void aNoteIsMatchedByTheIncidentThatWasSeenBefore() {
    assertThat(decide(Webhooks.note("db is full")).command()).isEmpty();
    decide(Webhooks.of("triggered"));
    assertThat(command(Webhooks.note("db is full")).action())
        .isEqualTo(new CommandAction.Note("db is full"));
  }

  @Test
  void aDeedWithoutAKeyIsMatchedByTheIncidentThatWasSeenBefore() {
    assertThat(decide(Webhooks.withoutKey("acknowledged")).command()).isEmpty();
    decide(Webhooks.of("triggered"));
    assertThat(command(Webhooks.withoutKey("acknowledged")).incident())
        .isEqualTo(Fixtures.incident(142));
  }

  @Test
  void whatWasOvertakenUndoesNothing() {
    command(
        Webhooks.of("unacknowledged", "later", MINE, "2026-03-02T10:14:30Z", person("On-call")));
    Decision earlier =
        decide(
            Webhooks.of("acknowledged", "first", MINE, "2026-03-02T10:14:29Z", person("On-call")));
    assertThat(earlier.command()).isEmpty();
    assertThat(earlier.note()).contains("newer");
  }

  @Test
  void whoHasItIsAnotherMatterThanWhetherAnybodyHas() {
    command(Webhooks.of("reassigned", "later", MINE, "2026-03-02T10:14:30Z", person("Lead")));
    assertThat(
            decide(
                    Webhooks.of(
                        "acknowledged", "first", MINE, "2026-03-02T10:14:29Z", person("Lead")))
                .command())
        .isPresent();
  }

  @Test
  void anyOfTheSignaturesIsEnough() {
    String body = Webhooks.of("acknowledged");
    assertThat(isGenuine(body, "v1=" + Given.hmac(SECRET, body))).isTrue();
    assertThat(
            isGenuine(body, "v1=" + Given.hmac("older", body) + ",v1=" + Given.hmac(SECRET, body)))
        .isTrue();
  }

  @Test
  void whileASecretIsReplacedBothAreTaken() {
    PagerDutyReceiver both = Webhooks.receiver("new-one, " + SECRET);
    String body = Webhooks.of("acknowledged");
    assertThat(both.isGenuine(signed(body, "v1=" + Given.hmac(SECRET, body)))).isTrue();
    assertThat(both.isGenuine(signed(body, "v1=" + Given.hmac("new-one", body)))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "v1=", "v1=zz", "v2=%s", "%s", "v1=%s0", "v1=00"})
  void whatIsNotSignedWithItIsNotGenuine(String form) {
    String body = Webhooks.of("acknowledged");
    assertThat(isGenuine(body, form.formatted(Given.hmac(SECRET, body)))).isFalse();
    assertThat(isGenuine(body, "v1=" + Given.hmac("another", body))).isFalse();
  }

  @Test
  void aSignatureOfAnotherBodyIsNotGenuine() {
    assertThat(
            isGenuine(
                Webhooks.of("acknowledged"),
                "v1=" + Given.hmac(SECRET, Webhooks.of("unacknowledged"))))
        .isFalse();
  }

  @Test
  void withoutASecretNothingIsTaken() {
    assertThat(Webhooks.receiver("").missing()).contains("set PAGERDUTY_WEBHOOK_SECRET");
    assertThat(receiver.missing()).isEmpty();
  }

  private boolean isGenuine(String body, String signature) {
    return receiver.isGenuine(signed(body, signature));
  }

  private static Callback signed(String body, String signature) {
    return Given.callback("/callbacks/pagerduty", body, Map.of("X-PagerDuty-Signature", signature));
  }

  private IncidentCommand command(String body) {
    return decide(body).command().orElseThrow();
  }

  private Decision decide(String body) {
    return Webhooks.decide(receiver, body);
  }
}

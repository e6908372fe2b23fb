package io.tocsin.contracts.runtime.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.events.ContractJson;
import io.tocsin.contracts.events.TeamCode;
import io.tocsin.contracts.policy.CatchAll;
import io.tocsin.contracts.policy.Contact;
import io.tocsin.contracts.policy.Installation;
import io.tocsin.contracts.policy.Level;
import io.tocsin.contracts.policy.Policies;
import io.tocsin.contracts.policy.Rung;
import io.tocsin.contracts.runtime.alarm.SelfAlarm.Trouble;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PagerDutyAlarmTest {
  private static final Trouble TROUBLE =
      new Trouble("unaccounted", "Tocsin cannot account for 2 alerts", Map.of("a1", "15:00"));

  private final List<String> asked = new CopyOnWriteArrayList<>();
  private volatile int answer = 202;
  private HttpServer pagerDuty;

  @BeforeEach
  void start() throws IOException {
    pagerDuty = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    pagerDuty.createContext(
        "/v2/enqueue",
        call -> {
          asked.add(new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          call.sendResponseHeaders(answer, -1);
          call.close();
        });
    pagerDuty.start();
  }

  @AfterEach
  void stop() {
    pagerDuty.stop(0);
  }

  @Test
  void theCatchAllIsCalledUnderOneKeyOfTheInstallation() throws AlarmFailed {
    alarm(Map.of("PAGERDUTY_CATCH_ALL_KEY", "the-key"), false).ring(TROUBLE);

    assertThat(ContractJson.MAPPER.readTree(asked.get(0)))
        .isEqualTo(
            ContractJson.MAPPER.readTree(
                """
                {"routing_key": "the-key", "event_action": "trigger",
                 "dedup_key": "1a2b3c4d-tocsin-unaccounted", "client": "Tocsin",
                 "payload": {"summary": "Tocsin cannot account for 2 alerts", "source": "tocsin",
                   "severity": "critical", "class": "tocsin-itself",
                   "custom_details": {"a1": "15:00"}}}
                """));
  }

  @Test
  void aSummaryThatPagerDutyWouldRefuseIsCut() throws AlarmFailed {
    alarm(Map.of(), true).ring(new Trouble("quarantine", "x".repeat(1_025), Map.of()));

    assertThat(ContractJson.MAPPER.readTree(asked.get(0)).at("/payload/summary").stringValue())
        .isEqualTo("x".repeat(1_023) + "…");
  }

  @Test
  void whatIsOverIsResolvedUnderTheSameKey() throws AlarmFailed {
    alarm(Map.of("PAGERDUTY_CATCH_ALL_KEY", "the-key"), false).clear("unaccounted");

    assertThat(ContractJson.MAPPER.readTree(asked.get(0)))
        .isEqualTo(
            ContractJson.MAPPER.readTree(
                """
                {"routing_key": "the-key", "event_action": "resolve",
                 "dedup_key": "1a2b3c4d-tocsin-unaccounted"}
                """));
  }

  @Test
  void aRefusalIsTold() {
    answer = 429;

    assertThatThrownBy(() -> alarm(Map.of(), true).ring(TROUBLE))
        .isInstanceOf(AlarmFailed.class)
        .hasMessage("PagerDuty answered HTTP 429");
  }

  @Test
  void anUnsetKeyIsNamedAndOnlyTheSandboxTakesAStandIn() throws AlarmFailed {
    assertThatThrownBy(() -> alarm(Map.of(), false).ring(TROUBLE))
        .isInstanceOf(AlarmFailed.class)
        .hasMessage("set PAGERDUTY_CATCH_ALL_KEY, the catch-all's PagerDuty key");
    assertThat(asked).isEmpty();

    alarm(Map.of(), true).ring(TROUBLE);

    assertThat(ContractJson.MAPPER.readTree(asked.get(0)).path("routing_key").stringValue())
        .matches("[0-9a-f]{32}");
  }

  @Test
  void withoutAnAddressItSaysWhatToSet() {
    CatchAllKey key = new CatchAllKey(PagerDutyAlarmTest::policies, name -> Optional.empty(), true);

    assertThatThrownBy(() -> new PagerDutyAlarm("", key, () -> "1a2b3c4d").ring(TROUBLE))
        .hasMessage("PagerDuty is not configured: set PAGERDUTY_EVENTS_URL");
  }

  private PagerDutyAlarm alarm(Map<String, String> secrets, boolean standIns) {
    CatchAllKey key =
        new CatchAllKey(
            PagerDutyAlarmTest::policies, name -> Optional.ofNullable(secrets.get(name)), standIns);
    return new PagerDutyAlarm(
        "http://127.0.0.1:" + pagerDuty.getAddress().getPort() + "/", key, () -> "1a2b3c4d");
  }

  private static Policies policies() {
    Contact mail =
        new Contact("mail", "Mail", Level.Clock.ALWAYS, Map.of(Channel.EMAIL, "d@example.com"));
    Contact duty =
        new Contact(
            "duty",
            "Duty",
            Level.Clock.ALWAYS,
            Map.of(Channel.PAGERDUTY, "${PAGERDUTY_CATCH_ALL_KEY}"));
    List<Rung> ladder =
        List.of(
            new Rung("mail", List.of(Channel.EMAIL), Duration.ofMinutes(5), true),
            new Rung("duty", List.of(Channel.PAGERDUTY), Duration.ofMinutes(5), true));
    return new Policies(
        "hash",
        Map.of(),
        Map.of(),
        new CatchAll(
            new TeamCode("ALL"), "Last resort", Map.of("mail", mail, "duty", duty), ladder),
        new Installation(0));
  }
}

package io.tocsin.notifier.edge.pagerduty;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.events.ContractJson;
import io.tocsin.contracts.events.TeamCode;
import io.tocsin.contracts.policy.CatchAll;
import io.tocsin.contracts.policy.Contact;
import io.tocsin.contracts.policy.Installation;
import io.tocsin.contracts.policy.Level;
import io.tocsin.contracts.policy.Policies;
import io.tocsin.contracts.policy.Rung;
import io.tocsin.contracts.runtime.alarm.CatchAllKey;
import io.tocsin.contracts.runtime.alarm.PagerDutyAlarm;
import io.tocsin.contracts.runtime.alarm.SelfAlarm.Trouble;
import io.tocsin.notifier.Golden;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What Tocsin says of itself is an event that PagerDuty takes. */
class SelfAlarmTest {
  private final MockWebServer pagerDuty = new MockWebServer();

  @BeforeEach
  void start() throws IOException {
    pagerDuty.start();
    pagerDuty.enqueue(new MockResponse.Builder().code(202).build());
  }

  @AfterEach
  void stop() {
    pagerDuty.close();
  }

  @Test
  void anAlarmLooksAsItsGoldenFileSays() throws Exception {
    alarm().ring(quarantine("Tocsin cannot read what datadog-rx sent: 3 alerts in quarantine"));
    assertThat(golden("pagerduty/self-trigger.json")).isEmpty();
  }

  @Test
  void itsEndLooksAsItsGoldenFileSays() throws Exception {
    alarm().clear("quarantine");
    assertThat(golden("pagerduty/self-resolve.json")).isEmpty();
  }

  @Test
  void howeverMuchThereIsToSayItIsNotRefused() throws Exception {
    alarm().ring(quarantine("🔔".repeat(2_000)));
    JsonNode event = event();
    assertThat(EventSchema.errors(event)).isEmpty();
    assertThat(event.at("/payload/summary").asString()).endsWith("🔔…");
  }

  /** What PagerDuty would not take of it. */
  private List<String> golden(String name) throws Exception {
    JsonNode event = event();
    Golden.assertIs(
        name,
        ContractJson.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(event) + "\n");
    return EventSchema.errors(event);
  }

  private JsonNode event() throws InterruptedException {
    return ContractJson.MAPPER.readTree(pagerDuty.takeRequest().getBody().utf8());
  }

  private static Trouble quarantine(String summary) {
    return new Trouble("quarantine", summary, Map.of("datadog-rx", "3"));
  }

  private PagerDutyAlarm alarm() {
    CatchAllKey key = new CatchAllKey(SelfAlarmTest::policies, name -> Optional.empty(), true);
    return new PagerDutyAlarm(pagerDuty.url("/").toString(), key, () -> "0a1b2c3d");
  }

  private static Policies policies() {
    Contact duty =
        new Contact(
            "duty",
            "Duty",
            Level.Clock.ALWAYS,
            Map.of(Channel.PAGERDUTY, "${PAGERDUTY_CATCH_ALL_KEY}"));
    List<Rung> ladder =
        List.of(new Rung("duty", List.of(Channel.PAGERDUTY), Duration.ofMinutes(5), true));
    return new Policies(
        "hash",
        Map.of(),
        Map.of(),
        new CatchAll(new TeamCode("ALL"), "Last resort", Map.of("duty", duty), ladder),
        new Installation(0));
  }
}

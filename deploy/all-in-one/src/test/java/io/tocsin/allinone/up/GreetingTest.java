package io.tocsin.allinone.up;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.allinone.up.Providers.Role;
import io.tocsin.contracts.policy.PolicyFiles;
import io.tocsin.contracts.policy.PolicyLoader;
import io.tocsin.contracts.runtime.policy.LivePolicies;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GreetingTest {
  private static final Path SHIPPED = Path.of("../policies");

  @Test
  void thePageAndItsAcknowledgementAreReadyToBePasted() throws Exception {
    String text = greeting(Role.SANDBOX);
    assertThat(text)
        .contains(
            "curl -sS http://127.0.0.1:8180/webhooks/datadog/demo-datadog"
                + " -H 'Content-Type: application/json' -d '{\"id\":\"'$(date +%s)'\"")
        .contains("\"alert_transition\":\"Triggered\"")
        .contains("\"alert_transition\":\"Recovered\"")
        .contains(
            "curl -sS -X POST http://127.0.0.1:8182/api/incidents/RX-1/acknowledge"
                + " -H 'Authorization: Bearer secret' -H 'Content-Type: application/json' -d '{}'")
        .contains("(3 teams)");
  }

  @Test
  void whoPlaysPagerDutyIsSaid() throws Exception {
    assertThat(greeting(Role.SANDBOX))
        .contains("pagerduty         played by the sandbox, http://127.0.0.1:8190/pagerduty")
        .contains("curl -sS 'http://127.0.0.1:8190/requests?provider=pagerduty'");
    assertThat(greeting(Role.REAL))
        .contains("pagerduty         real")
        .contains("It arrives where your PagerDuty key leads.");
  }

  @Test
  void theShippedPoliciesKeysMakePagerDutyReal() throws Exception {
    List<Providers.Provider> installed =
        InstalledProviders.of(PolicyLoader.load(PolicyFiles.read(SHIPPED)));
    assertThat(installed.get(0).credentials()).contains("PAGERDUTY_EVENTS_URL", "PAGERDUTY_RX_KEY");
  }

  private static String greeting(Role pagerDuty) throws Exception {
    Plan plan =
        new Plan(
            Path.of("data"),
            new Ports(100),
            SHIPPED,
            LivePolicies.unchanging(PolicyLoader.load(PolicyFiles.read(SHIPPED))),
            new Providers(Map.of("pagerduty", pagerDuty)),
            Optional.empty(),
            List.of());
    return new Greeting(plan, "secret").text();
  }
}

package io.tocsin.allinone.up;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.allinone.up.Ports.Listener;
import io.tocsin.contracts.policy.PolicyFiles;
import io.tocsin.contracts.policy.PolicyLoader;
import io.tocsin.contracts.runtime.KafkaSettings;
import io.tocsin.contracts.runtime.policy.LivePolicies;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Mail and telephone go to the sandbox by the same rule as every provider. */
class SandboxProvidersTest {
  private static final Path SHIPPED = Path.of("../policies");

  @Test
  void withNoneConfiguredMailAndCallsGoToTheSandbox() throws Exception {
    assertThat(settings(Map.of(), Listener.NOTIFIER))
        .containsEntry(
            "tocsin.notifier.mail.smtp-url", "smtp://127.0.0.1:8125?from=tocsin@example.com")
        .containsEntry("tocsin.notifier.phone.api-url", "http://127.0.0.1:8190/phone")
        .containsEntry("tocsin.notifier.phone.callbacks-url", "http://127.0.0.1:8183");
    assertThat(settings(Map.of(), Listener.SANDBOX))
        .containsEntry("tocsin.sandbox.smtp-port", 8125);
  }

  @Test
  void besideARealMailServerNobodyIsPhonedInTheSandbox() throws Exception {
    assertThat(settings(Map.of("SMTP_URL", "smtp://mail.example.com"), Listener.NOTIFIER))
        .doesNotContainKey("tocsin.notifier.mail.smtp-url")
        .doesNotContainKey("tocsin.notifier.phone.api-url");
  }

  @Test
  void canariesAndTheHeartbeatGoToTheSandboxWhereNothingElseIsSet() throws Exception {
    assertThat(settings(Map.of(), Listener.NOTIFIER))
        .containsEntry(
            "tocsin.notifier.probe.url",
            "${TOCSIN_CANARY_URL:http://127.0.0.1:8190/heartbeat/canary}");
    assertThat(settings(Map.of(), Listener.ALERT_INGEST))
        .containsEntry(
            "tocsin.heartbeat.urls",
            "${TOCSIN_HEARTBEAT_URL:http://127.0.0.1:8190/heartbeat/tocsin}");
  }

  @Test
  void besideARealProviderNoBeatInTheSandboxMakesAnybodyFeelSafe() throws Exception {
    Map<String, String> real = Map.of("PAGERDUTY_EVENTS_URL", "https://events.example.com");
    assertThat(settings(real, Listener.ALERT_INGEST)).doesNotContainKey("tocsin.heartbeat.urls");
    assertThat(settings(real, Listener.NOTIFIER)).doesNotContainKey("tocsin.notifier.probe.url");
  }

  @Test
  void theSandboxKnowsWhomOneCanBeOnItsPagesWhoIsCalledFirstFirst() throws Exception {
    Map<String, Object> settings = settings(Map.of(), Listener.SANDBOX);
    assertThat(settings).containsEntry("tocsin.sandbox.callbacks.phone-token", "sandbox-token");
    List<String> ofDigitalPrescriptions =
        settings.entrySet().stream()
            .filter(each -> each.getKey().endsWith(".team") && each.getValue().equals("RX"))
            .map(each -> each.getKey().replace(".team", ""))
            .sorted(Comparator.comparing(each -> Integer.parseInt(each.replaceAll("\\D", ""))))
            .toList();
    assertThat(ofDigitalPrescriptions).hasSizeGreaterThan(3);
    String first = ofDigitalPrescriptions.get(0);
    assertThat(settings)
        .containsEntry(first + ".name", "On-call engineer")
        .containsEntry(first + ".slack", "@rx-on-call")
        .containsEntry(first + ".phone", "+12025550101");
    assertThat(settings.toString()).doesNotContain("slack=#", "_KEY}");
  }

  private static Map<String, Object> settings(Map<String, String> environment, Listener service)
      throws Exception {
    LivePolicies policies = LivePolicies.unchanging(PolicyLoader.load(PolicyFiles.read(SHIPPED)));
    Plan plan =
        new Plan(
            Path.of("data"),
            new Ports(100),
            SHIPPED,
            policies,
            Providers.decide(InstalledProviders.of(policies.get()), environment, Set.of()),
            Optional.empty(),
            List.of());
    return new ServiceSettings(
            plan, Path.of("data"), new KafkaSettings("127.0.0.1:9192", true, (short) 1), "a-secret")
        .of(service);
  }
}

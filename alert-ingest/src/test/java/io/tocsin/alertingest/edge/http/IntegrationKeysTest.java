package io.tocsin.alertingest.edge.http;

import static io.tocsin.alertingest.support.Given.integration;
import static io.tocsin.alertingest.support.Given.policies;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.contracts.policy.Integration;
import io.tocsin.contracts.policy.Policies;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class IntegrationKeysTest {
  private static final Policies POLICIES = policies(integration("b", null), integration("a", null));

  @Test
  void aKeyIsWhatItsReferenceNames() {
    assertThat(sender(Map.of("DATADOG_RX_KEY", "k1"), false, "datadog", "k1")).contains("a");
    assertThat(sender(Map.of("DATADOG_RX_KEY", "k1"), false, "datadog", "k2")).isEmpty();
  }

  @Test
  void theReferenceItselfIsNoKey() {
    assertThat(sender(Map.of(), false, "datadog", "${DATADOG_RX_KEY}")).isEmpty();
    assertThat(sender(Map.of("DATADOG_RX_KEY", ""), false, "datadog", "")).isEmpty();
  }

  @Test
  void aKeyOfOneSourceOpensNoOther() {
    assertThat(sender(Map.of("DATADOG_RX_KEY", "k1"), false, "grafana", "k1")).isEmpty();
  }

  @Test
  void theDemoKeyWorksOnLoopbackForTheFirstIntegrationByName() {
    assertThat(sender(Map.of(), true, "datadog", "demo-datadog")).contains("a");
  }

  @Test
  void theDemoKeyDoesNotWorkWhereOthersCanReachUs() {
    assertThat(sender(Map.of(), false, "datadog", "demo-datadog")).isEmpty();
  }

  @Test
  void theDemoKeyDoesNotWorkOnceAKeyIsConfigured() {
    assertThat(sender(Map.of("DATADOG_RX_KEY", "k1"), true, "datadog", "demo-datadog")).isEmpty();
  }

  @Test
  void anIntegrationThatAReloadBringsMaySendAndOneThatItTakesAwayMayNot() {
    AtomicReference<Policies> current = new AtomicReference<>(POLICIES);
    IntegrationKeys keys =
        new IntegrationKeys(current::get, Map.of("DATADOG_RX_KEY", "k1")::get, false);
    assertThat(keys.sender("datadog", "k1")).map(Integration::name).contains("a");

    current.set(policies(integration("c", null)));
    assertThat(keys.sender("datadog", "k1")).map(Integration::name).contains("c");

    current.set(policies());
    assertThat(keys.sender("datadog", "k1")).isEmpty();
  }

  private static Optional<String> sender(
      Map<String, String> secrets, boolean loopback, String source, String key) {
    return new IntegrationKeys(() -> POLICIES, secrets::get, loopback)
        .sender(source, key)
        .map(Integration::name);
  }
}

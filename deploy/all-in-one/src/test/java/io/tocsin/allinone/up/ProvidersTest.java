package io.tocsin.allinone.up;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.allinone.up.Providers.Provider;
import io.tocsin.allinone.up.Providers.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProvidersTest {
  private static final List<Provider> INSTALLED =
      List.of(
          new Provider("pagerduty", Set.of("PAGERDUTY_EVENTS_URL", "PAGERDUTY_RX_KEY")),
          new Provider("slack", Set.of("SLACK_BOT_TOKEN")));
  private static final Provider FOLLOWER = new Provider("datadog", Set.of("DATADOG_API_KEY"), true);

  @Test
  void withNoneConfiguredAllGoToTheSandbox() {
    assertThat(decide(Map.of()))
        .isEqualTo(Map.of("pagerduty", Role.SANDBOX, "slack", Role.SANDBOX));
  }

  @Test
  void anyOneCredentialMakesAProviderReal() {
    assertThat(decide(Map.of("PAGERDUTY_RX_KEY", "r")).get("pagerduty")).isEqualTo(Role.REAL);
    assertThat(decide(Map.of("PAGERDUTY_EVENTS_URL", "u")).get("pagerduty")).isEqualTo(Role.REAL);
  }

  @Test
  void besideARealOneAnotherWithoutCredentialsIsUnconfigured() {
    assertThat(decide(Map.of("PAGERDUTY_RX_KEY", "r")))
        .isEqualTo(Map.of("pagerduty", Role.REAL, "slack", Role.UNCONFIGURED));
  }

  @Test
  void aStandInBesideRealOnesMustBeAskedForByName() {
    assertThat(decide(Map.of("PAGERDUTY_RX_KEY", "r"), "slack"))
        .isEqualTo(Map.of("pagerduty", Role.REAL, "slack", Role.SANDBOX));
  }

  @Test
  void aStandInAskedForWinsOverItsOwnCredentials() {
    assertThat(decide(Map.of("PAGERDUTY_RX_KEY", "r"), "pagerduty").get("pagerduty"))
        .isEqualTo(Role.SANDBOX);
  }

  @Test
  void anEmptyCredentialIsNone() {
    assertThat(decide(Map.of("PAGERDUTY_RX_KEY", " ")).get("pagerduty")).isEqualTo(Role.SANDBOX);
  }

  @Test
  void aCallbackSecretMakesNoProviderReal() {
    assertThat(decide(Map.of("PAGERDUTY_WEBHOOK_SECRET", "s")).get("pagerduty"))
        .isEqualTo(Role.SANDBOX);
  }

  @Test
  void whatFollowsIsRealOnlyBesideAnother() {
    Map<String, String> key = Map.of("DATADOG_API_KEY", "k");
    assertThat(withFollower(Map.of())).isEqualTo(Role.SANDBOX);
    assertThat(withFollower(key)).isEqualTo(Role.SANDBOX);
    assertThat(withFollower(Map.of("DATADOG_API_KEY", "k", "SLACK_BOT_TOKEN", "t")))
        .isEqualTo(Role.REAL);
    assertThat(withFollower(Map.of("SLACK_BOT_TOKEN", "t"))).isEqualTo(Role.UNCONFIGURED);
  }

  private static Role withFollower(Map<String, String> environment) {
    List<Provider> installed = new ArrayList<>(INSTALLED);
    installed.add(FOLLOWER);
    return Providers.decide(installed, environment, Set.of()).role("datadog");
  }

  private static Map<String, Role> decide(Map<String, String> environment, String... sandboxFor) {
    return Providers.decide(INSTALLED, environment, Set.of(sandboxFor)).roles();
  }
}

package io.tocsin.contracts.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.events.PolicyBundle;
import io.tocsin.contracts.events.Severity;
import io.tocsin.contracts.events.TeamCode;
import io.tocsin.contracts.policy.catalog.Sensitivity;
import io.tocsin.contracts.policy.severity.SeverityRule;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is read where the policy leaves something out, and what only the root as a whole shows. */
class PolicyLoaderTest {
  private static final TeamCode TEAM = new TeamCode("TM");

  @Test
  void policiesKnowTheHashOfTheBundleTheyWereReadFrom() throws PolicyRejected {
    PolicyBundle bundle = PolicyFiles.read(Path.of("src/test/resources/good"));
    assertThat(PolicyLoader.load(bundle).hash()).isEqualTo(bundle.hash());
  }

  @Test
  void whatIsLeftOutHasItsDefault() throws PolicyRejected {
    Policies policies = load(Map.of());
    TeamPolicy team = policies.team(TEAM).orElseThrow();
    assertThat(policies.installation().pagerDutyEventsPerMinute())
        .isEqualTo(Installation.PAGERDUTY_LIMIT);
    assertThat(team.timing())
        .isEqualTo(new TeamPolicy.Timing(Duration.ofMinutes(30), Duration.ofMinutes(5)));
    assertThat(team.level(Severity.P1).repeatAfter()).isNull();
    assertThat(team.level(Severity.P1).ladder().get(0).whenUnknown()).isTrue();
    assertThat(policies.integrations().get("monitor"))
        .isEqualTo(
            new Integration(
                "monitor",
                "datadog",
                "${MONITOR_KEY}",
                TEAM,
                null,
                Severity.P2,
                Severity.P3,
                Sensitivity.NONE));
  }

  @Test
  void anOperatorMayLiftTheLimitOfPagerDuty() throws PolicyRejected {
    String catchAll =
        PolicyFiles.read(Path.of("src/test/resources/good")).files().get("catch-all.yaml");
    Policies policies =
        load(Map.of("catch-all.yaml", catchAll + "installation: {pagerduty-events-per-minute: 0}"));
    assertThat(policies.installation().pagerDutyEventsPerMinute()).isZero();
  }

  @Test
  void aRuleMaySayThatItIsNoAlarm() throws PolicyRejected {
    SeverityRule rule =
        load(Map.of(
                "team/severity.yaml",
                "rules: [{id: chatter, sources: [datadog], level: none, because: Chatter.}]"))
            .team(TEAM)
            .orElseThrow()
            .severity()
            .rules()
            .get(0);
    assertThat(rule.level()).isNull();
    assertThat(rule.condition()).isNull();
    assertThat(rule.selects("shop", "datadog", "production")).isTrue();
    assertThat(rule.selects("shop", "grafana", "production")).isFalse();
  }

  @Test
  void filesThatALaterLoaderReadsAreNoProblem() throws PolicyRejected {
    Policies policies =
        load(Map.of("team/cases/night.yaml", "cases: []", "team/templates/page.txt", "{{title}}"));
    assertThat(policies.teams()).containsOnlyKeys(TEAM);
  }

  @Test
  void aContactKeepsItsAddressesByChannel() throws PolicyRejected {
    assertThat(load(Map.of()).contact(TEAM, "on-call").orElseThrow().methods())
        .isEqualTo(Map.of(Channel.PAGERDUTY, "${PAGERDUTY_KEY}", Channel.SLACK, "@on-call"));
  }

  @Test
  void theSecretsOfAPolicyAreListed() throws PolicyRejected {
    assertThat(SecretReferences.of(load(Map.of()))).containsExactly("MONITOR_KEY", "PAGERDUTY_KEY");
  }

  @ParameterizedTest
  @CsvSource({
    "${KEY}, KEY",
    "${A_1}, A_1",
    "KEY,",
    "$KEY,",
    "${},",
    "${key},",
    "x${KEY},",
    "${KEY}x,"
  })
  void aReferenceIsTheWholeText(String text, String name) {
    assertThat(SecretReferences.name(text).orElse(null)).isEqualTo(name);
  }

  private static Policies load(Map<String, String> changed) throws PolicyRejected {
    Map<String, String> files =
        new HashMap<>(PolicyFiles.read(Path.of("src/test/resources/good")).files());
    files.putAll(changed);
    return PolicyLoader.load(new PolicyBundle(files));
  }
}

package io.tocsin.contracts.policy.severity;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.contracts.events.Counterfactual.Compared;
import io.tocsin.contracts.policy.Alerts;
import io.tocsin.contracts.policy.severity.Condition.FactMissing;
import io.tocsin.contracts.policy.yaml.Binder;
import io.tocsin.contracts.policy.yaml.Given;
import io.tocsin.contracts.policy.yaml.Places;
import io.tocsin.contracts.policy.yaml.Problems;
import io.tocsin.contracts.policy.yaml.YamlFiles;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Facts are taken from the alert as policy says, and rules hold against them. */
@Tag("RUN-02.2")
class FactsTest {
  private static final String FILE =
      """
      facts:
        error-rate:
          unit: percent
          ask: on-call
          from:
            - field: /labels/error_rate
            - field: /labels/error_ratio
              times: 100
            - pattern: '(?i)error rate[^%]*?([0-9.]+)\\s*%'
        breach: {is: flag, answers: security, from: [{pattern: '(?i)breach'}]}
      rules:
        - id: errors
          if: text.contains("error") && fact.error_rate >= 25.0
          level: P2
          without-facts: P3
          because: A quarter of the requests fail.
      """;

  private final SeverityPolicy policy = read(FILE);

  @Test
  void theFirstPlaceThatSaysAFactHolds() {
    assertThat(shown("error rate is 12 %", Map.of("error_rate", "31.5 %")))
        .containsEntry("error-rate", "31.5 percent");
    assertThat(shown("error rate is 12 %", Map.of("error_ratio", "0.5")))
        .containsEntry("error-rate", "50 percent");
    assertThat(shown("error rate is 12 %", Map.of())).containsEntry("error-rate", "12 percent");
    assertThat(shown("slow", Map.of())).isEmpty();
    assertThat(shown("Possible breach", Map.of())).containsEntry("breach", "true");
  }

  @Test
  void aFactThatIsNotSaidIsMissedOnlyWhereItMatters() throws Exception {
    Condition condition = policy.rules().get(0).condition();
    assertThat(condition).isNotNull();
    assertThat(condition.holds(reading("slow", Map.of()))).isFalse();
    assertThat(condition.holds(reading("error", Map.of("error_rate", "25")))).isTrue();
    Assertions.assertThatExceptionOfType(FactMissing.class)
        .isThrownBy(() -> condition.holds(reading("error", Map.of())))
        .satisfies(missing -> assertThat(missing.facts()).containsExactly("fact.error_rate"));
    assertThat(policy.names(List.of("fact.error_rate"))).containsExactly("error-rate");
  }

  @Test
  void thePartsOfAConditionAreToldWithWhatTheAlertHasAndTheThreshold() {
    Condition condition = policy.rules().get(0).condition();
    assertThat(condition).isNotNull();
    assertThat(condition.compared(reading("error", Map.of("error_rate", "31"))))
        .containsExactly(
            new Compared("text.contains(\"error\")", null, null, true),
            new Compared("fact.error_rate >= 25.0", "31.0", "25.0", true));
  }

  @Test
  void onlyTheRulesOfAServiceAndOfAllAreCandidates() {
    SeverityPolicy rules =
        new SeverityPolicy(
            Map.of(), List.of(rule("a", "shop"), rule("b"), rule("c", "till"), rule("d", "shop")));
    assertThat(rules.candidates("shop"))
        .extracting(SeverityRule::id)
        .containsExactly("a", "b", "d");
    assertThat(rules.candidates("other")).extracting(SeverityRule::id).containsExactly("b");
  }

  private static SeverityRule rule(String id, String... services) {
    return new SeverityRule(
        id, Set.of(services), Set.of(), Set.of(), null, null, null, Set.of(), "Because.");
  }

  private AlertReading reading(String title, Map<String, String> labels) {
    return policy.read(Alerts.of(title, "", labels), "prescription-api");
  }

  private Map<String, String> shown(String title, Map<String, String> labels) {
    return policy.shown(reading(title, labels));
  }

  private static SeverityPolicy read(String text) {
    Problems problems = new Problems();
    Places places = new Places();
    SeverityFile file =
        new Binder(places)
            .bind(
                new YamlFiles(Map.of("severity.yaml", text), problems)
                    .open("severity.yaml", "rules")
                    .orElseThrow(),
                SeverityFile.class);
    SeverityPolicy policy =
        new SeverityReader(places, new Given(Set.of(), "services.yaml", false)).read(file);
    assertThat(problems.inOrder()).isEmpty();
    return policy;
  }
}

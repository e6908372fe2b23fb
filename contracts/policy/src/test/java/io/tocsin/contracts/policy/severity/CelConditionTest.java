package io.tocsin.contracts.policy.severity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.contracts.events.Alert;
import io.tocsin.contracts.events.Counterfactual.Compared;
import io.tocsin.contracts.policy.Alerts;
import io.tocsin.contracts.policy.severity.Condition.ConditionFailed;
import io.tocsin.contracts.policy.severity.Condition.FactMissing;
import io.tocsin.contracts.policy.yaml.Problems;
import io.tocsin.contracts.policy.yaml.YamlFiles;
import io.tocsin.contracts.policy.yaml.YamlValue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CelConditionTest {
  private static final Alert ALERT =
      Alerts.of("API is slow", "p95 is 2.5 s", Map.of("team", "rx", "error_rate", "31 %"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "title == 'API is slow'",
        "description.contains('p95')",
        "said == 'Triggered'",
        "signal == 'triggered'",
        "service == 'prescription-api'",
        "source == 'datadog'",
        "environment == 'production'",
        "level == ''",
        "labels['team'] == 'rx'",
        "!('owner' in labels)",
        "number(labels['error_rate']) >= 25.0",
        "number(labels['error_rate']) >= 25",
        "number('-1.5 and 7') == -1.5",
        "title.matches('(?i)SLOW$')",
        "[1, 2, 3].exists(n, n > 2)"
      })
  void everyFieldOfAnAlertCanBeAsked(String text) throws Exception {
    assertThat(compile(text).holds(reading(ALERT))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"number(title) > 1.0", "number('') > 1.0", "title.matches(labels['team'] + '(')"})
  void whatCannotBeEvaluatedFailsAndIsNotFalse(String text) {
    Condition condition = compile(text);
    assertThatThrownBy(() -> condition.holds(reading(ALERT)))
        .isInstanceOf(ConditionFailed.class)
        .hasMessageStartingWith("the condition could not be evaluated: ")
        .hasMessageEndingWith(", severity.yaml:1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "labels['owner'] == 'nobody'",
        "labels.owner == 'nobody'",
        "('other' in labels && labels.other == '1') || labels['owner'] == 'nobody'"
      })
  void aLabelThatIsNotThereIsNamedWithWhatToAskFirst(String text) {
    Condition condition = compile(text);
    assertThatThrownBy(() -> condition.holds(reading(ALERT)))
        .isInstanceOf(ConditionFailed.class)
        .hasMessage(
            "the alert has no label 'owner'; ask first: \"owner\" in labels && …, severity.yaml:1");
  }

  @Test
  void ofAlternativesThoseAreToldThatHoldAndOfAPatternWhatItFound() {
    Condition condition =
        compile(
            "(title.matches('down') || title.matches(r'(?i)\\b(is|was)\\s+SLOW\\b') && level == '')"
                + " && !title.matches('fast')");
    assertThat(condition.compared(reading(ALERT)))
        .containsExactly(
            new Compared("title matches \"is slow\"", null, null, true),
            new Compared("level == \"\"", "", "", true),
            new Compared("!title.matches(\"fast\")", null, null, true));
    assertThat(condition.compared(reading(Alerts.titled("API is fast")))).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "title.matches(r'\\bslow\\b') && description.contains('p95')",
        "title.matches('\\\\bslow\\\\b') && [1, 2].exists(n, n > 1)",
        "number(labels['error_rate']) >= 25.0 && text.matches(r'\\S')"
      })
  void whatTheWholeTakesItsPartsTakeToo(String text) throws Exception {
    Condition condition = compile(text);
    assertThat(condition.holds(reading(ALERT))).isTrue();
    assertThat(condition.compared(reading(ALERT))).hasSize(2).allMatch(Compared::holds);
  }

  @Test
  void aConditionIsSafeToAskFromManyThreads() {
    Condition condition = compile("number(labels['rate']) >= 5000.0 && title.matches('^n[0-9]+$')");
    List<Boolean> answers =
        IntStream.range(0, 10_000)
            .parallel()
            .mapToObj(n -> holds(condition, Alerts.of("n" + n, "", Map.of("rate", "" + n))))
            .toList();
    assertThat(answers.subList(0, 5000)).containsOnly(false);
    assertThat(answers.subList(5000, 10_000)).containsOnly(true);
  }

  @Test
  void aHostileTextCannotMakeAPatternSlow() throws Exception {
    Condition condition = compile("title.matches('^(a+)+$')");
    Instant start = Instant.now();
    assertThat(condition.holds(reading(Alerts.titled("a".repeat(20_000) + "!")))).isFalse();
    assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(5));
  }

  private static boolean holds(Condition condition, Alert alert) {
    try {
      return condition.holds(reading(alert));
    } catch (ConditionFailed | FactMissing failed) {
      throw new AssertionError(failed);
    }
  }

  private static AlertReading reading(Alert alert) {
    return SeverityPolicy.NONE.read(alert, "prescription-api");
  }

  private static Condition compile(String text) {
    Problems problems = new Problems();
    YamlValue place =
        new YamlFiles(Map.of("severity.yaml", "if: x"), problems)
            .open("severity.yaml", "a condition")
            .orElseThrow();
    return new CelLanguage(List.of())
        .compile(text, place)
        .orElseThrow(() -> new AssertionError(problems.inOrder()));
  }
}

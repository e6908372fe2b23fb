package io.tocsin.contracts.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.contracts.events.Alert;
import io.tocsin.contracts.policy.Condition.ConditionFailed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

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
  void everyFieldOfAnAlertCanBeAsked(String text) throws ConditionFailed {
    assertThat(compile(text).holds(ALERT, "prescription-api")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "labels['owner'] == 'nobody'",
        "number(title) > 1.0",
        "number('') > 1.0",
        "title.matches(labels['team'] + '(')"
      })
  void whatCannotBeEvaluatedFailsAndIsNotFalse(String text) {
    Condition condition = compile(text);
    assertThatThrownBy(() -> condition.holds(ALERT, "prescription-api"))
        .isInstanceOf(ConditionFailed.class)
        .hasMessageStartingWith("the condition could not be evaluated: ");
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
  void aHostileTextCannotMakeAPatternSlow() throws ConditionFailed {
    Condition condition = compile("title.matches('^(a+)+$')");
    Instant start = Instant.now();
    assertThat(condition.holds(Alerts.titled("a".repeat(20_000) + "!"), "")).isFalse();
    assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(5));
  }

  private static boolean holds(Condition condition, Alert alert) {
    try {
      return condition.holds(alert, "prescription-api");
    } catch (ConditionFailed failed) {
      throw new AssertionError(failed);
    }
  }

  private static Condition compile(String text) {
    Problems problems = new Problems();
    Mark mark = new Mark("severity.yaml", 0, 0, 0, new int[0], 0);
    ScalarNode node = new ScalarNode(Tag.STR, text, mark, mark, ScalarStyle.PLAIN);
    return CelLanguage.compile(new YamlValue("severity.yaml", node, problems))
        .orElseThrow(() -> new AssertionError(problems.inOrder()));
  }
}

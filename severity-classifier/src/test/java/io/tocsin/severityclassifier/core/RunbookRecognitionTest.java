package io.tocsin.severityclassifier.core;

import static io.tocsin.severityclassifier.ExampleAlert.NOON;
import static io.tocsin.severityclassifier.ExampleAlert.triggered;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.contracts.events.Signal;
import io.tocsin.contracts.policy.Playbook;
import io.tocsin.contracts.policy.Policies;
import io.tocsin.contracts.policy.runbook.Recognition;
import io.tocsin.contracts.policy.runbook.Runbook;
import io.tocsin.contracts.policy.runbook.Runbooks;
import io.tocsin.severityclassifier.ExampleAlert;
import io.tocsin.severityclassifier.ExamplePolicies;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("RUN-05.2")
class RunbookRecognitionTest {
  private static final Policies POLICIES =
      ExamplePolicies.with(
          "hash",
          ExamplePolicies.team(
              ExamplePolicies.RX,
              List.of(),
              new Playbook(
                  Playbook.PLAIN.conduct(),
                  new Recognition(
                      new Runbooks(List.of(), List.of(), Map.of("pool", pool()), Map.of())),
                  Playbook.PLAIN.onCall(),
                  Playbook.PLAIN.templates()),
              "prescription-api"));

  @Test
  void anAlertThatShowsASymptomNamesItsRunbook() {
    assertThat(classify(connections(), 1, null).alert().runbooks()).containsExactly("pool");
    assertThat(classify(triggered().title("Slow"), 1, null).alert().runbooks()).isEmpty();
  }

  @Test
  void aRepeatIsNotLookedAtAgainAndARecordThatIsReadAgainIs() {
    Route first = classify(connections(), 1, null).route();
    assertThat(classify(connections(), 2, first).alert().runbooks()).isEmpty();
    assertThat(classify(connections(), 1, first).alert().runbooks()).containsExactly("pool");
  }

  @Test
  void anAlertThatFiresAgainAfterItsRecoveryIsLookedAtAgain() {
    Route first = classify(connections(), 1, null).route();
    Route recovered = classify(connections().signal(Signal.RECOVERED), 2, first).route();
    assertThat(classify(connections().signal(Signal.RECOVERED), 2, first).alert().runbooks())
        .isEmpty();
    assertThat(classify(connections(), 3, recovered).alert().runbooks()).containsExactly("pool");
  }

  private static Classification classify(
      ExampleAlert alert, long position, @Nullable Route remembered) {
    return Classifier.classify(alert.alert(), position, remembered, NOON, POLICIES);
  }

  private static ExampleAlert connections() {
    return triggered().title("FATAL: too many connections");
  }

  private static Runbook pool() {
    return new Runbook(
        "pool",
        "Connection pool exhausted",
        List.of("(?i)too many connections"),
        Set.of(),
        List.of(),
        List.of(),
        List.of());
  }
}

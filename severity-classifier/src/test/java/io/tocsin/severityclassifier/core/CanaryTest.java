package io.tocsin.severityclassifier.core;

import static io.tocsin.severityclassifier.ExampleAlert.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.contracts.events.Canary;
import io.tocsin.contracts.events.ClassifiedAlert;
import io.tocsin.contracts.events.Severity;
import io.tocsin.severityclassifier.ExamplePolicies;
import org.junit.jupiter.api.Test;

class CanaryTest {

  @Test
  void aCanaryGoesItsOwnWayAndIsNoAlarm() {
    Canary canary = Canary.ALL.get(4);
    Classification verdict =
        Classifier.classify(
            canary.alert("here", NOON, NOON), 1, null, NOON, ExamplePolicies.shipped());
    ClassifiedAlert classified = verdict.alert();

    assertThat(classified.team()).isEqualTo(canary.team());
    assertThat(classified.groupingKey().team()).isEqualTo(canary.team());
    assertThat(classified.severity()).isEqualTo(Severity.P4);
    assertThat(classified.alarm()).isFalse();
    assertThat(classified.unknown()).isFalse();
    assertThat(classified.decidedBy().name()).isEqualTo("canary");
    assertThat(verdict.route()).as("nothing is remembered of it").isNull();
  }
}

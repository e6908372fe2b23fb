package io.tocsin.severityclassifier.core;

import static io.tocsin.severityclassifier.ExampleAlert.NOON;
import static io.tocsin.severityclassifier.ExampleAlert.triggered;
import static io.tocsin.severityclassifier.ExamplePolicies.broken;
import static io.tocsin.severityclassifier.ExamplePolicies.rule;
import static io.tocsin.severityclassifier.ExamplePolicies.when;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.contracts.events.ClassifiedAlert;
import io.tocsin.contracts.events.Counterfactual;
import io.tocsin.contracts.events.Counterfactual.Compared;
import io.tocsin.contracts.events.Reason;
import io.tocsin.contracts.events.Severity;
import io.tocsin.contracts.events.Signal;
import io.tocsin.contracts.policy.Policies;
import io.tocsin.contracts.policy.severity.AlertReading;
import io.tocsin.contracts.policy.severity.Condition;
import io.tocsin.contracts.policy.severity.SeverityRule;
import io.tocsin.contracts.policy.severity.Verdict;
import io.tocsin.severityclassifier.ExampleAlert;
import io.tocsin.severityclassifier.ExamplePolicies;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SeverityTest {

  @Test
  @Tag("RUN-02.1a")
  @Tag("RUN-02.1b")
  void allPortalsDownIsP1() {
    ClassifiedAlert classified = classified(triggered().label("portals", "all"));

    assertThat(classified.severity()).isEqualTo(Severity.P1);
    assertThat(classified.unknown()).isFalse();
    assertThat(classified.facts()).containsExactly("unavailable");
  }

  @Test
  @Tag("RUN-02.1b")
  void aDatabaseBreachIsP1() {
    assertThat(classified(triggered().label("security", "breach")).severity())
        .isEqualTo(Severity.P1);
  }

  @Test
  @Tag("RUN-02.1b")
  void apiErrorsOnAQuarterOfRequestsAreP2AndOnFewerTheDefault() {
    assertThat(classified(triggered().label("error_rate", "25")).decidedBy().name())
        .isEqualTo("api-error-rate");
    assertThat(classified(triggered().label("error_rate", "24.9")).decidedBy().name())
        .isEqualTo("integration-default");
  }

  @Test
  @Tag("RUN-02.1b")
  void aBrokenPortalFeatureIsP3() {
    assertThat(classified(triggered().label("feature", "refill")).severity())
        .isEqualTo(Severity.P3);
  }

  @Test
  @Tag("RUN-02.1b")
  void aCosmeticDefectIsP4() {
    assertThat(classified(triggered().label("kind", "cosmetic")).severity()).isEqualTo(Severity.P4);
  }

  @Test
  void theFirstRuleThatMatchesDecidesAndItsSentenceIsKept() {
    ClassifiedAlert classified =
        classified(triggered().label("feature", "refill").label("kind", "cosmetic"));

    assertThat(classified.decidedBy().name()).isEqualTo("portal-feature-broken");
    assertThat(classified.decidedBy().text()).isEqualTo("because portal-feature-broken");
    assertThat(classified.policy()).isEqualTo("hash-1");
  }

  @Test
  void aRuleWithoutALevelSaysThatItIsNoAlarm() {
    assertThat(classified(triggered().title("Deployed 1.2")).alarm()).isFalse();
    assertThat(classified(triggered()).alarm()).isTrue();
  }

  @Test
  void withoutAMatchTheIntegrationsDefaultHolds() {
    assertThat(classified(triggered()).severity()).isEqualTo(Severity.P2);
    assertThat(classified(triggered().signal(Signal.NO_DATA)).severity()).isEqualTo(Severity.P2);
    assertThat(classified(triggered().signal(Signal.WARNED)).severity()).isEqualTo(Severity.P3);
  }

  @Test
  void aNoticeIsNoAlarmUnlessARuleSaysSo() {
    assertThat(classified(triggered().signal(Signal.NOTICE)).alarm()).isFalse();
    assertThat(classified(triggered().signal(Signal.NOTICE).label("portals", "all")).alarm())
        .isTrue();
  }

  @Test
  void theSendersOwnPriorityDecidesNothingByItself() {
    assertThat(triggered().alert().level()).isEqualTo("P1");
    assertThat(classified(triggered()).severity()).isEqualTo(Severity.P2);
  }

  @Test
  void aRuleThatFailsGivesP1UnknownWhateverLaterRulesWouldSay() {
    ClassifiedAlert classified =
        classified(
            triggered(), rule("rate", Severity.P4, broken()), rule("rest", Severity.P3, null));

    assertThat(classified.severity()).isEqualTo(Severity.P1);
    assertThat(classified.unknown()).isTrue();
    assertThat(classified.alarm()).isTrue();
    assertThat(classified.decidedBy().name()).isEqualTo("rule-failed");
    assertThat(classified.decidedBy().text()).contains("rule rate", "no such label: rate");
  }

  @Test
  void anyExceptionOfARuleIsAFailure() {
    ClassifiedAlert classified =
        classified(triggered(), rule("odd", Severity.P4, when("1/0", alert -> 1 / zero() > 0)));

    assertThat(classified.decidedBy().name()).isEqualTo("rule-failed");
  }

  @Test
  void aRuleThatIsNotSelectedCannotFail() {
    SeverityRule elsewhere =
        new SeverityRule(
            "elsewhere",
            Set.of("patient-portal"),
            Set.of(),
            Set.of(),
            broken(),
            Severity.P1,
            null,
            Set.of(),
            "");

    assertThat(classified(triggered(), elsewhere).unknown()).isFalse();
  }

  @Test
  @Tag("MED-env")
  void whatIsNotProductionIsAtMostP4() {
    ClassifiedAlert classified =
        classified(triggered().label("portals", "all").environment("staging"));

    assertThat(classified.severity()).isEqualTo(Severity.P4);
    assertThat(classified.decidedBy().name()).isEqualTo("all-portals-down");
    assertThat(classified.decidedBy().text())
        .endsWith(" (the rule says P1; staging is at most P4)");
  }

  @Test
  @Tag("MED-env")
  void whatWouldHoldWithoutTheRuleIsAtMostP4Too() {
    ClassifiedAlert classified =
        classified(
            triggered().environment("staging"),
            rule("first", Severity.P1, null),
            rule("second", Severity.P2, null));

    assertThat(classified.evidence().counterfactual())
        .isNotNull()
        .satisfies(it -> assertThat(it.otherwise()).isEqualTo(Severity.P4))
        .satisfies(
            it ->
                assertThat(it.otherwiseBy().text())
                    .isEqualTo("because second (the rule says P2; staging is at most P4)"));
  }

  @Test
  @Tag("MED-env")
  void aFailingRuleOfAStagingAlertIsP4AndStillUnknown() {
    ClassifiedAlert classified =
        classified(triggered().environment("staging"), rule("rate", Severity.P2, broken()));

    assertThat(classified.severity()).isEqualTo(Severity.P4);
    assertThat(classified.unknown()).isTrue();
  }

  @Test
  void aRecoveryIsNotJudged() {
    ClassifiedAlert classified =
        classified(ExampleAlert.recovered(), rule("rate", Severity.P2, broken()));

    assertThat(classified.unknown()).isFalse();
    assertThat(classified.decidedBy().name()).isEqualTo("recovered");
  }

  @Test
  void anAlertOfAnIntegrationThatNoPolicyKnowsIsP1UnknownForTheCatchAll() {
    ClassifiedAlert classified =
        classified(triggered().integration("removed").service("nobody-knows"));

    assertThat(classified.team()).isEqualTo(ExamplePolicies.CATCH_ALL);
    assertThat(classified.severity()).isEqualTo(Severity.P1);
    assertThat(classified.unknown()).isTrue();
  }

  @Test
  void whateverGoesWrongWithAnAlertItIsP1Unknown() {
    Condition unspeakable =
        new Condition() {
          @Override
          public boolean holds(AlertReading alert) {
            return true;
          }

          @Override
          public List<Compared> compared(AlertReading alert) {
            return List.of();
          }

          @Override
          public String text() {
            throw new IllegalStateException("no text");
          }
        };

    ClassifiedAlert classified = classified(triggered(), rule("odd", Severity.P4, unspeakable));

    assertThat(classified.severity()).isEqualTo(Severity.P1);
    assertThat(classified.unknown()).isTrue();
    assertThat(classified.team()).isEqualTo(ExamplePolicies.RX);
    assertThat(classified.decidedBy().name()).isEqualTo("classification-failed");
  }

  @Test
  @Tag("RUN-02.2")
  void theEvidenceSaysWhatDecidedAndWhatWouldWithoutIt() {
    ClassifiedAlert classified =
        classified(
            triggered(),
            rule("first", Severity.P1, when("title is said", alert -> true)),
            rule("never", Severity.P2, when("false", alert -> false)),
            rule("second", Severity.P3, null));

    assertThat(classified.evidence().counterfactual())
        .isEqualTo(
            new Counterfactual(
                List.of(new Compared("title is said", null, null, true)),
                Severity.P3,
                new Reason("second", "because second")));
  }

  @Test
  @Tag("RUN-02.2")
  void withoutTheOnlyRuleTheIntegrationsDefaultWouldHold() {
    ClassifiedAlert classified = classified(triggered(), rule("only", Severity.P1, null));

    assertThat(classified.evidence().counterfactual())
        .isNotNull()
        .satisfies(it -> assertThat(it.otherwiseBy().name()).isEqualTo("integration-default"));
  }

  @Test
  @Tag("RUN-02.2")
  void aRuleWhoseFactIsNotSaidHoldsAsItSaysAndTheOwnerIsAsked() {
    SeverityRule rule =
        new SeverityRule(
            "errors",
            Set.of(),
            Set.of(),
            Set.of(),
            needing("fact.error_rate"),
            Severity.P2,
            Verdict.P3,
            Set.of(),
            "A quarter of the requests fail.");

    ClassifiedAlert classified = classified(triggered(), rule);

    assertThat(classified.severity()).isEqualTo(Severity.P3);
    assertThat(classified.unknown()).isFalse();
    assertThat(classified.decidedBy().name()).isEqualTo("errors");
  }

  @Test
  @Tag("RUN-02.2")
  void anExplanationThatFailsCostsTheVerdictNothing() {
    Condition odd =
        new Condition() {
          @Override
          public boolean holds(AlertReading alert) {
            return true;
          }

          @Override
          public List<Compared> compared(AlertReading alert) {
            throw new IllegalStateException("no parts");
          }

          @Override
          public String text() {
            return "odd";
          }
        };

    ClassifiedAlert classified = classified(triggered(), rule("odd", Severity.P4, odd));

    assertThat(classified.severity()).isEqualTo(Severity.P4);
    assertThat(classified.unknown()).isFalse();
    assertThat(classified.evidence().counterfactual()).isNull();
  }

  private static Condition needing(String fact) {
    return new Condition() {
      @Override
      public boolean holds(AlertReading alert) throws FactMissing {
        throw new FactMissing(List.of(fact));
      }

      @Override
      public List<Compared> compared(AlertReading alert) {
        return List.of();
      }

      @Override
      public String text() {
        return fact + " >= 25.0";
      }
    };
  }

  @Test
  void anExplanationListsEveryRuleThatWasAsked() {
    Explanation explanation =
        Classifier.explain(
            triggered().alert(),
            NOON,
            ExamplePolicies.of(
                "hash",
                List.of(
                    rule("never", Severity.P1, when("false", alert -> false)),
                    rule("always", Severity.P3, null),
                    rule("after", Severity.P4, null))));

    assertThat(explanation.classified().severity()).isEqualTo(Severity.P3);
    assertThat(explanation.rules())
        .containsExactly(
            new RuleAsked("never", "false", RuleAsked.Outcome.DID_NOT_HOLD, null),
            new RuleAsked("always", null, RuleAsked.Outcome.DECIDED, null));
  }

  private static int zero() {
    return 0;
  }

  private static ClassifiedAlert classified(ExampleAlert alert, SeverityRule... rules) {
    Policies policies =
        rules.length == 0
            ? ExamplePolicies.shipped()
            : ExamplePolicies.of("hash-1", List.of(rules));
    return Classifier.classify(alert.alert(), 1, null, NOON, policies).alert();
  }
}

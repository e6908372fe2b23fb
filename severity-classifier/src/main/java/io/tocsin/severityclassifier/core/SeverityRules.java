package io.tocsin.severityclassifier.core;

import io.tocsin.contracts.events.Alert;
import io.tocsin.contracts.events.Canary;
import io.tocsin.contracts.events.Reason;
import io.tocsin.contracts.events.Severity;
import io.tocsin.contracts.events.Signal;
import io.tocsin.contracts.policy.Integration;
import io.tocsin.contracts.policy.Policies;
import io.tocsin.contracts.policy.TeamPolicy;
import io.tocsin.contracts.policy.severity.SeverityPolicy;
import java.util.function.Consumer;

/**
 * Asks a team's rules in their order; the first that matches decides (RUN-02.1b). A rule that fails
 * gives P1-unknown, whatever the rules after it would say. Where none matches, the integration's
 * default holds. The sender's own priority is for rules to look at, and decides nothing by itself.
 */
final class SeverityRules {
  private static final Reason CANARY =
      new Reason(Canary.NAME, "it is ours, and no rule is asked of it");

  private SeverityRules() {}

  static Judgement judge(
      Alert alert, Destination destination, Policies policies, Consumer<RuleAsked> asked) {
    if (Canary.of(alert).isPresent()) {
      return Judgement.ofDefault(Severity.P4, false, CANARY);
    }
    Judgement judgement =
        alert.signal() == Signal.RECOVERED
            ? ofRecovery(alert, policies)
            : ofRules(alert, destination, policies, asked);
    return judgement.within(destination);
  }

  /** No rule is asked: a recovery raises nothing, and the incident holds the level. */
  private static Judgement ofRecovery(Alert alert, Policies policies) {
    Integration sender = policies.integrations().get(alert.integration());
    return Judgement.ofDefault(
        sender == null ? Severity.P4 : sender.alarmLevel(),
        true,
        new Reason(Judgement.RECOVERED, "a recovery is not judged: the incident keeps its level"));
  }

  private static Judgement ofRules(
      Alert alert, Destination destination, Policies policies, Consumer<RuleAsked> asked) {
    SeverityPolicy rules =
        policies.team(destination.team()).map(TeamPolicy::severity).orElse(SeverityPolicy.NONE);
    Judgement standard = ofIntegration(alert, policies);
    return new RulesInTurn(rules, alert, destination, standard, asked).judge();
  }

  private static Judgement ofIntegration(Alert alert, Policies policies) {
    Integration sender = policies.integrations().get(alert.integration());
    if (sender == null) {
      return Judgement.unknown(
          "integration-unknown",
          "no rule matched and no policy knows the integration %s any more"
              .formatted(alert.integration()));
    }
    Severity level =
        switch (alert.signal()) {
          case NOTICE -> Severity.P4;
          case WARNED -> sender.warningLevel();
          default -> sender.alarmLevel();
        };
    boolean alarm = alert.signal() != Signal.NOTICE;
    return Judgement.ofDefault(level, alarm, ofDefault(sender, level, alarm));
  }

  private static Reason ofDefault(Integration sender, Severity level, boolean alarm) {
    return new Reason(
        Judgement.INTEGRATION_DEFAULT,
        alarm
            ? "no rule matched: %s sends %s by default".formatted(sender.name(), level)
            : "no rule matched: a notice is no alarm");
  }
}

package io.tocsin.severityclassifier.core;

import io.tocsin.contracts.events.Alert;
import io.tocsin.contracts.events.Reason;
import io.tocsin.contracts.events.Severity;
import io.tocsin.contracts.events.Signal;
import io.tocsin.contracts.policy.Condition;
import io.tocsin.contracts.policy.Integration;
import io.tocsin.contracts.policy.Policies;
import io.tocsin.contracts.policy.SeverityRule;
import io.tocsin.contracts.policy.TeamPolicy;
import io.tocsin.severityclassifier.core.RuleAsked.Outcome;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Asks a team's rules in their order; the first that matches decides (RUN-02.1b). A rule that fails
 * gives P1-unknown, whatever the rules after it would say. Where none matches, the integration's
 * default holds. The sender's own priority is for rules to look at, and decides nothing by itself.
 */
final class SeverityRules {
  private static final int LONGEST_DETAIL = 200;

  private SeverityRules() {}

  static Judgement judge(
      Alert alert, Destination destination, Policies policies, Consumer<RuleAsked> asked) {
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
        new Reason("recovered", "a recovery is not judged: the incident keeps its level"));
  }

  private static Judgement ofRules(
      Alert alert, Destination destination, Policies policies, Consumer<RuleAsked> asked) {
    List<SeverityRule> rules =
        policies.team(destination.team()).map(TeamPolicy::rules).orElse(List.of());
    for (SeverityRule rule : rules) {
      RuleAsked answer = ask(rule, alert, destination);
      asked.accept(answer);
      switch (answer.outcome()) {
        case DECIDED -> {
          return Judgement.by(rule);
        }
        case FAILED -> {
          return Judgement.unknown(
              "rule-failed",
              "rule %s could not be asked (%s)".formatted(rule.id(), answer.detail()));
        }
        case NOT_SELECTED, DID_NOT_HOLD -> {}
      }
    }
    return ofIntegration(alert, policies);
  }

  private static RuleAsked ask(SeverityRule rule, Alert alert, Destination destination) {
    if (!rule.selects(destination.service(), alert.source(), destination.environment())) {
      return answer(rule, Outcome.NOT_SELECTED, null);
    }
    Condition condition = rule.condition();
    try {
      boolean holds = condition == null || condition.holds(alert, destination.service());
      return answer(rule, holds ? Outcome.DECIDED : Outcome.DID_NOT_HOLD, null);
    } catch (Condition.ConditionFailed
        | RuntimeException
        | StackOverflowError
        | LinkageError failed) {
      return answer(rule, Outcome.FAILED, detail(failed));
    }
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
        "integration-default",
        alarm
            ? "no rule matched: %s sends %s by default".formatted(sender.name(), level)
            : "no rule matched: a notice is no alarm");
  }

  private static RuleAsked answer(SeverityRule rule, Outcome outcome, @Nullable String detail) {
    Condition condition = rule.condition();
    return new RuleAsked(rule.id(), condition == null ? null : condition.text(), outcome, detail);
  }

  private static String detail(Throwable failed) {
    String text =
        failed.getMessage() == null ? failed.getClass().getSimpleName() : failed.getMessage();
    return text.length() <= LONGEST_DETAIL ? text : text.substring(0, LONGEST_DETAIL) + "…";
  }
}

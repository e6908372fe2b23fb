package io.tocsin.severityclassifier.core;

import io.tocsin.contracts.events.Alert;
import io.tocsin.contracts.events.Counterfactual;
import io.tocsin.contracts.events.Counterfactual.Compared;
import io.tocsin.contracts.events.Evidence;
import io.tocsin.contracts.events.Reason;
import io.tocsin.contracts.policy.severity.AlertReading;
import io.tocsin.contracts.policy.severity.Condition;
import io.tocsin.contracts.policy.severity.SeverityPolicy;
import io.tocsin.contracts.policy.severity.SeverityRule;
import io.tocsin.severityclassifier.core.RuleAsked.Outcome;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One alert's way through the rules: the first that matches, and what would hold without it. */
final class RulesInTurn {
  private static final int LONGEST_DETAIL = 200;
  private final SeverityPolicy policy;
  private final Alert alert;
  private final Destination destination;
  private final Judgement standard;
  private final Consumer<RuleAsked> asked;
  private final AlertReading reading;

  RulesInTurn(
      SeverityPolicy policy,
      Alert alert,
      Destination destination,
      Judgement standard,
      Consumer<RuleAsked> asked) {
    this.policy = policy;
    this.alert = alert;
    this.destination = destination;
    this.standard = standard;
    this.asked = asked;
    this.reading = policy.read(alert, destination.service());
  }

  Judgement judge() {
    Iterator<SeverityRule> rules = policy.candidates(destination.service()).iterator();
    Decided first = next(rules, asked);
    if (first.rule == null) {
      return first.judgement.with(evidence(List.of(), null));
    }
    return first.judgement.with(evidence(first.missing, counterfactual(first.rule, rules)));
  }

  /** Null where it cannot be told: the verdict stands without it. */
  private @Nullable Counterfactual counterfactual(
      SeverityRule decided, Iterator<SeverityRule> after) {
    try {
      Judgement otherwise = next(after, rule -> {}).judgement.within(destination);
      Condition condition = decided.condition();
      return new Counterfactual(
          condition == null ? List.<Compared>of() : condition.compared(reading),
          otherwise.alarm() ? otherwise.severity() : null,
          otherwise.reason());
    } catch (RuntimeException e) {
      return null;
    }
  }

  /** The next rule that decides, or the integration's default. */
  private Decided next(Iterator<SeverityRule> rules, Consumer<RuleAsked> hear) {
    while (rules.hasNext()) {
      Decided decided = ask(rules.next(), hear);
      if (decided != null) {
        return decided;
      }
    }
    return new Decided(null, standard, List.of());
  }

  private @Nullable Decided ask(SeverityRule rule, Consumer<RuleAsked> hear) {
    if (!rule.selects(destination.service(), alert.source(), destination.environment())) {
      hear.accept(answer(rule, Outcome.NOT_SELECTED, null));
      return null;
    }
    Condition condition = rule.condition();
    try {
      boolean holds = condition == null || condition.holds(reading);
      hear.accept(answer(rule, holds ? Outcome.DECIDED : Outcome.DID_NOT_HOLD, null));
      return holds ? new Decided(rule, Judgement.by(rule, rule.level()), List.of()) : null;
    } catch (Condition.FactMissing missing) {
      return withoutFacts(rule, missing, hear);
    } catch (Condition.ConditionFailed
        | RuntimeException
        | StackOverflowError
        | LinkageError failed) {
      String detail = detail(failed);
      hear.accept(answer(rule, Outcome.FAILED, detail));
      return new Decided(
          null,
          Judgement.unknown(
              "rule-failed", "rule %s could not be asked (%s)".formatted(rule.id(), detail)),
          List.of());
    }
  }

  private @Nullable Decided withoutFacts(
      SeverityRule rule, Condition.FactMissing missing, Consumer<RuleAsked> hear) {
    hear.accept(answer(rule, Outcome.FACT_MISSING, String.join(", ", missing.facts())));
    if (rule.withoutFacts() == null) {
      return null;
    }
    Judgement judged = Judgement.by(rule, rule.withoutFacts().severity());
    Reason reason =
        new Reason(
            rule.id(),
            "%s Nobody said %s: until then it is %s."
                .formatted(
                    rule.because(),
                    String.join(", ", policy.names(missing.facts())),
                    rule.withoutFacts().word()));
    return new Decided(
        rule,
        new Judgement(
            judged.severity(), false, judged.alarm(), reason, judged.facts(), Evidence.NONE),
        policy.names(missing.facts()));
  }

  private Evidence evidence(List<String> unsaid, @Nullable Counterfactual counterfactual) {
    return new Evidence(policy.shown(reading), unsaid, counterfactual);
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

  /**
   * What came out.
   *
   * @param rule the one that decided; null when none did, or one failed
   */
  private record Decided(@Nullable SeverityRule rule, Judgement judgement, List<String> missing) {}
}

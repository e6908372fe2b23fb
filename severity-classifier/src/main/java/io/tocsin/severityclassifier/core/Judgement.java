package io.tocsin.severityclassifier.core;

import io.tocsin.contracts.events.Evidence;
import io.tocsin.contracts.events.Reason;
import io.tocsin.contracts.events.Severity;
import io.tocsin.contracts.policy.severity.SeverityRule;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How severe a record is and why.
 *
 * @param unknown whether a rule or the classifier itself failed
 * @param alarm whether it may open an incident
 * @param facts what the deciding rule tells of the incident
 * @param evidence what it was judged by
 */
record Judgement(
    Severity severity,
    boolean unknown,
    boolean alarm,
    Reason reason,
    Set<String> facts,
    Evidence evidence) {
  static final String INTEGRATION_DEFAULT = "integration-default";
  static final String RECOVERED = "recovered";
  private static final Set<String> DEFAULTS = Set.of(INTEGRATION_DEFAULT, RECOVERED);

  /** By a rule that matched, or that says a level where a fact is not said. */
  static Judgement by(SeverityRule rule, @Nullable Severity level) {
    return new Judgement(
        level == null ? Severity.P4 : level,
        false,
        level != null,
        new Reason(rule.id(), rule.because()),
        rule.facts(),
        Evidence.NONE);
  }

  static Judgement ofDefault(Severity severity, boolean alarm, Reason reason) {
    return new Judgement(severity, false, alarm, reason, Set.of(), Evidence.NONE);
  }

  /** Something failed, so somebody is called (P1-unknown). */
  static Judgement unknown(String name, String text) {
    return new Judgement(Severity.P1, true, true, new Reason(name, text), Set.of(), Evidence.NONE);
  }

  Judgement with(Evidence known) {
    return new Judgement(severity, unknown, alarm, reason, facts, known);
  }

  /**
   * What is not production is at most P4 (MED-env), also when a rule failed: a broken rule of a
   * staging alert is P4 with {@code unknown} set, and wakes nobody.
   */
  Judgement within(Destination destination) {
    Severity capped = severity.atMost(Severity.P4);
    if (destination.isProduction() || capped == severity) {
      return this;
    }
    String text =
        "%s (%s %s; %s is at most P4)"
            .formatted(reason.text(), whoSaid(), severity, destination.environment());
    return new Judgement(capped, unknown, alarm, new Reason(reason.name(), text), facts, evidence);
  }

  private String whoSaid() {
    if (unknown) {
      return "a failed rule is";
    }
    return DEFAULTS.contains(reason.name()) ? "the default is" : "the rule says";
  }
}

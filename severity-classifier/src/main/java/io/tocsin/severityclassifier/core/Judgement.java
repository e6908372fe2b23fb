package io.tocsin.severityclassifier.core;

import io.tocsin.contracts.events.Reason;
import io.tocsin.contracts.events.Severity;
import io.tocsin.contracts.policy.SeverityRule;
import java.util.Set;

/**
 * How severe a record is and why.
 *
 * @param unknown whether a rule or the classifier itself failed
 * @param alarm whether it may open an incident
 * @param facts what the deciding rule tells of the incident
 */
record Judgement(
    Severity severity, boolean unknown, boolean alarm, Reason reason, Set<String> facts) {

  static Judgement by(SeverityRule rule) {
    Severity level = rule.level();
    return new Judgement(
        level == null ? Severity.P4 : level,
        false,
        level != null,
        new Reason(rule.id(), rule.because()),
        rule.facts());
  }

  static Judgement ofDefault(Severity severity, boolean alarm, Reason reason) {
    return new Judgement(severity, false, alarm, reason, Set.of());
  }

  /** Something failed, so somebody is called (P1-unknown). */
  static Judgement unknown(String name, String text) {
    return new Judgement(Severity.P1, true, true, new Reason(name, text), Set.of());
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
        "%s (%s said %s; what is not production is at most P4)"
            .formatted(reason.text(), destination.environment(), severity);
    return new Judgement(capped, unknown, alarm, new Reason(reason.name(), text), facts);
  }
}

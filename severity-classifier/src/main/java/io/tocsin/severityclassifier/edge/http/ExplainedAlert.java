package io.tocsin.severityclassifier.edge.http;

import io.tocsin.contracts.events.ClassifiedAlert;
import io.tocsin.severityclassifier.core.Explanation;
import io.tocsin.severityclassifier.core.RuleAsked;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer of {@code POST /explain}. */
record ExplainedAlert(ClassifiedAlert classified, List<ExplainedRule> rules) {

  static ExplainedAlert of(Explanation explanation) {
    return new ExplainedAlert(
        explanation.classified(), explanation.rules().stream().map(ExplainedRule::of).toList());
  }

  /**
   * One rule that was asked.
   *
   * @param outcome {@code not selected}, {@code did not hold}, {@code failed} or {@code decided}
   * @param detail why it failed
   */
  record ExplainedRule(
      String rule, @Nullable String condition, String outcome, @Nullable String detail) {

    static ExplainedRule of(RuleAsked asked) {
      return new ExplainedRule(
          asked.rule(), asked.condition(), asked.outcome().words(), asked.detail());
    }
  }
}

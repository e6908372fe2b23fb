package io.tocsin.allinone.cases.explain;

import io.tocsin.contracts.events.ClassifiedAlert;
import io.tocsin.contracts.policy.Policies;
import io.tocsin.contracts.policy.TeamPolicy;
import io.tocsin.contracts.policy.severity.SeverityPolicy;
import io.tocsin.contracts.policy.severity.SeverityRule;
import io.tocsin.contracts.policy.yaml.Kind;
import io.tocsin.severityclassifier.core.Explanation;
import io.tocsin.severityclassifier.core.RuleAsked;
import io.tocsin.severityclassifier.core.RuleAsked.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What became of each rule up to the one that decided. Where the service is unknown those for known
 * services are told too: a name that was misspelt is why they were not asked.
 */
final class RulesAsked {
  /** More of other services are not read by anybody. */
  private static final int MOST_LISTED = 20;

  private final ClassifiedAlert alert;
  private final List<RuleAsked> asked;
  private final SeverityPolicy policy;

  RulesAsked(Explanation explanation, Policies policies) {
    this.alert = explanation.classified();
    this.asked = explanation.rules();
    this.policy = policies.team(alert.team()).map(TeamPolicy::severity).orElse(SeverityPolicy.NONE);
  }

  /**
   * One rule.
   *
   * @param asked null: it was not asked
   * @param onlyFor what it is asked for, where this is why it was not
   */
  record Line(SeverityRule rule, @Nullable RuleAsked asked, @Nullable String onlyFor) {
    String text() {
      if (asked == null || onlyFor != null) {
        return "%s: not asked, only for %s".formatted(rule.id(), onlyFor);
      }
      return asked.detail() == null
          ? rule.id() + ": " + asked.outcome().words()
          : "%s: %s (%s)".formatted(rule.id(), asked.outcome().words(), asked.detail());
    }
  }

  List<String> lines() {
    List<Line> all = all();
    if (all.isEmpty()) {
      return List.of("none was asked");
    }
    long others = all.stream().filter(line -> line.asked() == null).count();
    List<String> lines =
        new ArrayList<>(
            all.stream()
                .filter(line -> line.asked() != null || others <= MOST_LISTED)
                .map(Line::text)
                .toList());
    if (others > MOST_LISTED) {
      lines.add("and %d that are only for other services".formatted(others));
    }
    return lines;
  }

  /** In their order. */
  List<Line> all() {
    if (asked.isEmpty()) {
      return List.of();
    }
    Map<String, RuleAsked> byRule = new HashMap<>();
    asked.forEach(it -> byRule.put(it.rule(), it));
    List<Line> lines = new ArrayList<>();
    for (SeverityRule rule : policy.rules()) {
      RuleAsked answer = byRule.get(rule.id());
      if (answer != null) {
        lines.add(new Line(rule, answer, onlyFor(rule, answer)));
      } else if (Unknown.is(alert)) {
        lines.add(new Line(rule, null, names(rule.services())));
      }
      if (answer != null && ended(answer)) {
        break;
      }
    }
    return lines;
  }

  private @Nullable String onlyFor(SeverityRule rule, RuleAsked answer) {
    if (answer.outcome() != Outcome.NOT_SELECTED) {
      return null;
    }
    boolean elsewhere =
        !rule.environments().isEmpty()
            && !rule.environments().contains(alert.alert().environment());
    return names(elsewhere ? rule.environments() : rule.sources());
  }

  private boolean ended(RuleAsked answer) {
    return answer.outcome() == Outcome.FAILED || answer.rule().equals(alert.decidedBy().name());
  }

  private static String names(Set<String> some) {
    return Kind.oneOf(new TreeSet<>(some)).replace(" or ", " and ");
  }
}

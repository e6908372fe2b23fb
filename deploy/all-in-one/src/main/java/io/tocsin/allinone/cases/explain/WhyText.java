package io.tocsin.allinone.cases.explain;

import io.tocsin.contracts.events.Alert;
import io.tocsin.contracts.events.ClassifiedAlert;
import io.tocsin.contracts.events.Counterfactual;
import io.tocsin.contracts.events.Counterfactual.Compared;
import io.tocsin.contracts.policy.Policies;
import io.tocsin.contracts.policy.TeamPolicy;
import io.tocsin.contracts.policy.severity.FactSource;
import io.tocsin.contracts.policy.severity.SeverityPolicy;
import io.tocsin.severityclassifier.core.Explanation;
import io.tocsin.severityclassifier.core.RuleAsked;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Why an alert is judged as it is, for a person: one row for each thing that counted (RUN-02.2).
 */
final class WhyText {
  private static final String NEXT_LINE = "\n" + " ".repeat(13);

  private final Explanation explanation;
  private final ClassifiedAlert alert;
  private final Policies policies;

  WhyText(Explanation explanation, Policies policies) {
    this.explanation = explanation;
    this.alert = explanation.classified();
    this.policies = policies;
  }

  /** What to print, by its label; nothing for what there is nothing to say of. */
  Map<String, String> rows() {
    Map<String, String> rows = new LinkedHashMap<>();
    Counterfactual other = alert.evidence().counterfactual();
    if (other != null) {
      put(rows, "conditions", other.conditions().stream().map(WhyText::compared).toList());
      rows.put("otherwise", otherwise(other));
    }
    put(
        rows,
        "facts",
        new TreeMap<>(alert.evidence().values())
            .entrySet().stream().map(fact -> fact.getKey() + ": " + fact.getValue()).toList());
    put(
        rows,
        "not said",
        asked(explanation, policies).entrySet().stream()
            .map(fact -> fact.getKey() + ": " + whoIsAsked(fact.getValue()))
            .toList());
    put(rows, "runbooks", alert.runbooks());
    return rows;
  }

  /** The service, and what made it so. */
  static String service(ClassifiedAlert classified) {
    Alert alert = classified.alert();
    if (!classified.service().equals(ClassifiedAlert.UNKNOWN_SERVICE)) {
      return classified.service();
    }
    return alert.service() == null
        ? "unknown: the alert names none"
        : "unknown: no catalog of the team has '%s'".formatted(alert.service());
  }

  /** The role that is asked for each fact that a rule needed and nobody said. */
  static Map<String, Optional<String>> asked(Explanation explanation, Policies policies) {
    SeverityPolicy severity =
        policies
            .team(explanation.classified().team())
            .map(TeamPolicy::severity)
            .orElse(SeverityPolicy.NONE);
    Map<String, Optional<String>> asked = new TreeMap<>();
    Stream.concat(
            explanation.classified().evidence().unsaid().stream(),
            explanation.rules().stream().flatMap(rule -> severity.names(missing(rule)).stream()))
        .forEach(
            name ->
                asked.put(
                    name, Optional.ofNullable(severity.facts().get(name)).map(FactSource::ask)));
    return asked;
  }

  private static List<String> missing(RuleAsked rule) {
    return rule.outcome() == RuleAsked.Outcome.FACT_MISSING && rule.detail() != null
        ? List.of(rule.detail().split(", "))
        : List.of();
  }

  private static String whoIsAsked(Optional<String> role) {
    return role.map(it -> it + " is asked").orElse("nobody is asked");
  }

  private static String compared(Compared part) {
    String held =
        part.threshold() == null
            ? ""
            : " (it is %s, held against %s)".formatted(said(part.actual()), part.threshold());
    return (part.holds() ? "holds: " : "does not hold: ") + part.text() + held;
  }

  private static String said(@Nullable String actual) {
    return actual == null ? "not said" : actual;
  }

  private static String otherwise(Counterfactual other) {
    return "%s by %s: %s"
        .formatted(
            other.otherwise() == null ? "no alarm" : other.otherwise(),
            other.otherwiseBy().name(),
            other.otherwiseBy().text());
  }

  private static void put(Map<String, String> rows, String label, List<String> lines) {
    if (!lines.isEmpty()) {
      rows.put(
          label,
          lines.stream()
              .map(line -> line.replaceAll("\\p{Cntrl}", " "))
              .collect(Collectors.joining(NEXT_LINE)));
    }
  }
}

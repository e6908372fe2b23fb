package io.tocsin.allinone.cases.explain;

import io.tocsin.contracts.events.ClassifiedAlert;
import io.tocsin.contracts.events.Counterfactual;
import io.tocsin.contracts.events.Counterfactual.Compared;
import io.tocsin.contracts.policy.Policies;
import io.tocsin.severityclassifier.core.Explanation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Why an alert is judged as it is, for a person: one row for each thing that counted (RUN-02.2).
 */
final class WhyText {
  private static final String NEXT_LINE = "\n" + " ".repeat(13);

  private final ClassifiedAlert alert;
  private final Unsaid unsaid;
  private final RulesAsked rules;

  WhyText(Explanation explanation, Outlook outlook, Policies policies) {
    this.alert = explanation.classified();
    this.unsaid = new Unsaid(explanation, outlook.taken(), policies);
    this.rules = new RulesAsked(explanation, policies);
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
    put(rows, "not said", unsaid.lines());
    put(rows, "runbooks", alert.runbooks());
    put(rows, "rules", rules.lines());
    return rows;
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
      rows.put(label, lines.stream().map(Lines::plain).collect(Collectors.joining(NEXT_LINE)));
    }
  }
}

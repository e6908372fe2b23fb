package io.tocsin.allinone.cases.explain;

import io.tocsin.allinone.cases.Happening;
import io.tocsin.allinone.cases.Spans;
import io.tocsin.contracts.events.ClassifiedAlert;
import io.tocsin.contracts.policy.Policies;
import io.tocsin.severityclassifier.core.Explanation;
import io.tocsin.severityclassifier.core.RuleAsked;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An outlook for machines, as maps and lists. */
public final class OutlookJson {
  private OutlookJson() {}

  public static Map<String, @Nullable Object> of(Outlook outlook, Policies policies) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("at", outlook.played().start().toString());
    json.put("zone", outlook.played().zone().toString());
    json.put("alerts", outlook.explanations().stream().map(it -> judged(it, policies)).toList());
    json.put("told", outlook.told().stream().map(it -> line(outlook, it)).toList());
    json.put("missing", outlook.missing());
    return json;
  }

  private static Map<String, @Nullable Object> judged(Explanation explanation, Policies policies) {
    ClassifiedAlert it = explanation.classified();
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("title", it.alert().title());
    json.put("integration", it.alert().integration());
    json.put("service", it.service());
    json.put("team", it.team().value());
    json.put("environment", it.alert().environment());
    json.put("severity", it.alarm() ? it.severity().name() : null);
    json.put("unknown", it.unknown());
    json.put("rule", it.decidedBy().name());
    json.put("because", it.decidedBy().text());
    json.put("facts", new TreeMap<>(it.evidence().values()));
    json.put("unsaid", unsaid(explanation, policies));
    json.put("counterfactual", it.evidence().counterfactual());
    json.put("runbooks", it.runbooks());
    json.put("rules", explanation.rules().stream().map(OutlookJson::asked).toList());
    return json;
  }

  /** Each fact that nobody said, with the role that is asked; null where nobody is. */
  private static Map<String, @Nullable String> unsaid(Explanation it, Policies policies) {
    Map<String, @Nullable String> unsaid = new TreeMap<>();
    WhyText.asked(it, policies).forEach((fact, role) -> unsaid.put(fact, role.orElse(null)));
    return unsaid;
  }

  private static Map<String, @Nullable Object> asked(RuleAsked rule) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("rule", rule.rule());
    json.put("outcome", rule.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    json.put("condition", rule.condition());
    json.put("detail", rule.detail());
    return json;
  }

  private static Map<String, @Nullable Object> line(Outlook outlook, Happening it) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("offset", "+" + Spans.text(Duration.between(outlook.played().start(), it.at())));
    json.put("at", it.at().toString());
    json.put("local", it.at().atZone(outlook.played().zone()).toOffsetDateTime().toString());
    json.put("what", it.label());
    json.put("text", it.text());
    json.put("why", it.why());
    Map<String, List<String>> fields = new TreeMap<>(it.fields());
    json.put("fields", fields);
    return json;
  }
}

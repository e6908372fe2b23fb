package io.tocsin.allinone.cases.explain;

import io.tocsin.allinone.cases.Happening;
import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.events.ClassifiedAlert;
import io.tocsin.contracts.policy.Policies;
import io.tocsin.severityclassifier.core.Explanation;
import io.tocsin.severityclassifier.core.RuleAsked;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** An outlook for machines, as maps and lists. */
public final class OutlookJson {
  private final Outlook outlook;
  private final Policies policies;
  private final Lines lines;

  private OutlookJson(Outlook outlook, Policies policies) {
    this.outlook = outlook;
    this.policies = policies;
    this.lines = new Lines(outlook.played(), policies);
  }

  public static Map<String, @Nullable Object> of(Outlook outlook, Policies policies) {
    return new OutlookJson(outlook, policies).all();
  }

  private Map<String, @Nullable Object> all() {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("at", outlook.played().start().toString());
    json.put("zone", outlook.played().zone().toString());
    json.put("alerts", outlook.explanations().stream().map(this::judged).toList());
    json.put("told", told(outlook.unanswered().told()));
    Instant again = outlook.unanswered().again();
    json.put("again", again == null ? null : again.toString());
    json.put("acknowledged", taken());
    json.put(
        "installed",
        new TreeSet<>(outlook.played().installed()).stream().map(Channel::wireName).toList());
    json.put("schedules", schedules());
    json.put("missing", outlook.missing());
    return json;
  }

  private Map<String, @Nullable Object> judged(Explanation explanation) {
    ClassifiedAlert it = explanation.classified();
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("title", it.alert().title());
    json.put("integration", it.alert().integration());
    json.put("service", it.service());
    json.put("serviceText", new Unknown(policies).service(it));
    json.put("team", it.team().value());
    json.put("environment", it.alert().environment());
    json.put("severity", it.alarm() ? it.severity().name() : null);
    json.put("unknown", it.unknown());
    json.put("rule", it.decidedBy().name());
    json.put("because", it.decidedBy().text());
    json.put("facts", new TreeMap<>(it.evidence().values()));
    json.put("unsaid", unsaid(explanation));
    json.put("counterfactual", it.evidence().counterfactual());
    json.put("runbooks", it.runbooks());
    json.put(
        "rules",
        new RulesAsked(explanation, policies).all().stream().map(OutlookJson::asked).toList());
    return json;
  }

  /** Each fact that nobody said, with who is asked once somebody acknowledges; null: nobody. */
  private Map<String, @Nullable String> unsaid(Explanation explanation) {
    Map<String, @Nullable String> unsaid = new TreeMap<>();
    new Unsaid(explanation, outlook.taken(), policies)
        .facts()
        .forEach((fact, who) -> unsaid.put(fact, who.orElse(null)));
    return unsaid;
  }

  private static Map<String, @Nullable Object> asked(RulesAsked.Line line) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    RuleAsked rule = line.asked();
    json.put("rule", line.rule().id());
    json.put(
        "outcome",
        (rule == null ? RuleAsked.Outcome.NOT_SELECTED : rule.outcome())
            .name()
            .toLowerCase(Locale.ROOT)
            .replace('_', '-'));
    json.put("condition", line.rule().condition() == null ? null : line.rule().condition().text());
    json.put("detail", rule == null ? null : rule.detail());
    json.put("onlyFor", line.onlyFor());
    return json;
  }

  private @Nullable Map<String, @Nullable Object> taken() {
    Outlook.Taken taken = outlook.taken();
    if (taken == null) {
      return null;
    }
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("by", taken.by());
    json.put("offset", lines.after(taken.at()));
    json.put("at", taken.at().toString());
    json.put("told", told(taken.told()));
    return json;
  }

  private Map<String, String> schedules() {
    Map<String, String> schedules = new TreeMap<>();
    new Rotas(outlook, policies)
        .live()
        .forEach(rota -> schedules.put(rota.role(), rota.schedule()));
    return schedules;
  }

  private List<Map<String, @Nullable Object>> told(List<Happening> told) {
    return told.stream().map(this::line).toList();
  }

  private Map<String, @Nullable Object> line(Happening it) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("offset", lines.after(it.at()));
    json.put("at", it.at().toString());
    json.put("local", it.at().atZone(outlook.played().zone()).toOffsetDateTime().toString());
    json.put("what", it.label());
    json.put("rings", Lines.rings(it));
    json.put("text", it.text());
    json.put("why", it.why());
    Map<String, List<String>> fields = new TreeMap<>(it.fields());
    json.put("fields", fields);
    return json;
  }
}

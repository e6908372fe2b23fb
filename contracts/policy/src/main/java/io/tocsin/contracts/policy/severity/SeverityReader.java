package io.tocsin.contracts.policy.severity;

import com.google.re2j.PatternSyntaxException;
import io.tocsin.contracts.events.ClassifiedAlert;
import io.tocsin.contracts.policy.yaml.Flaw;
import io.tocsin.contracts.policy.yaml.Given;
import io.tocsin.contracts.policy.yaml.Places;
import io.tocsin.contracts.policy.yaml.YamlValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes rules of what is written, and says what is wrong with them. */
public final class SeverityReader {
  private final Places places;
  private final Given services;

  /**
   * @param services of the team's catalog
   */
  public SeverityReader(Places places, Given services) {
    this.places = places;
    this.services = services;
  }

  public SeverityPolicy read(SeverityFile file) {
    file.facts().values().forEach(this::check);
    CelLanguage language = new CelLanguage(file.facts().values());
    Map<String, RuleSection> ids = new HashMap<>();
    List<SeverityRule> rules = new ArrayList<>();
    for (RuleSection section : file.rules()) {
      check(section, ids);
      SeverityRule rule = rule(section, language);
      reachable(rule, section, rules);
      boolean isBroken = section.condition() != null && rule.condition() == null;
      if (!isBroken) {
        rules.add(rule);
      }
    }
    return new SeverityPolicy(sound(file.facts()), rules);
  }

  private SeverityRule rule(RuleSection section, CelLanguage language) {
    YamlValue place = places.of(section, "condition");
    String text = section.condition();
    Condition condition =
        text == null || place == null ? null : language.compile(text, place).orElse(null);
    return new SeverityRule(
        section.id(),
        new HashSet<>(section.services()),
        section.sources(),
        section.environments(),
        condition,
        section.level().severity(),
        section.withoutFacts(),
        section.facts(),
        section.because());
  }

  private void check(RuleSection section, Map<String, RuleSection> ids) {
    RuleSection earlier = ids.putIfAbsent(section.id(), section);
    if (earlier != null) {
      YamlValue first = places.of(earlier, "id");
      report(
          section,
          "id",
          "is taken by " + (first == null ? "another rule" : first.place()),
          "choose another");
    }
    if (section.condition() == null && !section.selects() && !places.isBroken(section, "id")) {
      report(
          section,
          "",
          "this rule matches every alert",
          "give it a condition, or write 'if: \"true\"' if that is meant");
    }
    for (int i = 0; i < section.services().size(); i++) {
      String service = section.services().get(i);
      if (!services.mayHave(service) && !service.equals(ClassifiedAlert.UNKNOWN_SERVICE)) {
        report(
            section, "services/" + i, "the catalog has no such service", services.remedy(service));
      }
    }
  }

  /**
   * A rule behind one that decides for all of its alerts is never asked. Of one that decides for
   * everything without saying so was said that it does.
   */
  private void reachable(SeverityRule rule, RuleSection section, List<SeverityRule> before) {
    if (!places.isBroken(section, "id")) {
      before.stream()
          .filter(earlier -> !matchesEverything(earlier))
          .filter(earlier -> earlier.covers(rule))
          .findFirst()
          .ifPresent(
              earlier ->
                  report(
                      section,
                      "id",
                      "this rule is never asked: '%s' decides for all of its alerts"
                          .formatted(earlier.id()),
                      "put it above that one, or take it out"));
    }
  }

  private static boolean matchesEverything(SeverityRule rule) {
    return rule.condition() == null
        && rule.services().isEmpty()
        && rule.sources().isEmpty()
        && rule.environments().isEmpty();
  }

  private void check(FactSource fact) {
    for (FactSource.Where where : fact.from()) {
      if (where.field() == null && where.pattern() == null) {
        report(where, "", "this place names nothing", "give it a field, a pattern or both");
      }
      if (where.field() != null && !AlertFields.exists(where.field())) {
        report(
            where,
            "field",
            "an alert has no such field",
            "use /labels/NAME, " + String.join(", ", AlertFields.TEXTS));
      }
      String wrong = wrongPattern(where.pattern());
      if (wrong != null) {
        report(where, "pattern", "is no pattern: " + wrong, "mend the pattern");
      }
    }
  }

  private static @Nullable String wrongPattern(@Nullable String pattern) {
    try {
      if (pattern != null) {
        CelLanguage.pattern(pattern);
      }
      return null;
    } catch (PatternSyntaxException e) {
      return e.getMessage();
    }
  }

  private static Map<String, FactSource> sound(Map<String, FactSource> facts) {
    return facts.values().stream()
            .flatMap(fact -> fact.from().stream())
            .anyMatch(where -> wrongPattern(where.pattern()) != null)
        ? Map.of()
        : facts;
  }

  private void report(Object where, String component, String message, String remedy) {
    places.report(new Flaw(where, component, message, remedy));
  }
}

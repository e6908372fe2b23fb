package io.tocsin.contracts.policy;

import io.tocsin.contracts.events.ClassifiedAlert;
import io.tocsin.contracts.events.Severity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads {@code severity.yaml}: the rules, in the order in which they are asked. */
final class RulesReader {
  private static final String NO_ALARM = "none";
  private static final Kind<Optional<Severity>> VERDICT =
      new Kind<>(
          "is no such level",
          "use P1, P2, P3, P4, or none when it is no alarm",
          text -> text.equals(NO_ALARM) ? Optional.empty() : Optional.of(Severity.valueOf(text)));
  private static final List<String> SELECTORS = List.of("services", "sources", "environments");
  private final Set<String> services;
  private final Claims ids = new Claims();

  /** For a team with {@code services}; an empty catalog has been reported, and allows any. */
  RulesReader(Set<String> services) {
    this.services = services;
  }

  List<SeverityRule> read(Section file) {
    List<SeverityRule> rules = new ArrayList<>();
    file.allow("rules")
        .need("rules", "list the rules below it, or write [] for none")
        .ifPresent(
            list ->
                list.items()
                    .forEach(
                        item -> item.section().ifPresent(section -> rules.add(rule(section)))));
    return rules;
  }

  private SeverityRule rule(Section section) {
    section.allow("id", "services", "sources", "environments", "if", "level", "facts", "because");
    String id = section.need("id", Kind.NAME, "");
    section.find("id").ifPresent(place -> ids.take(id, place));
    Optional<YamlValue> text = section.find("if");
    Optional<Condition> condition = text.flatMap(CelLanguage::compile);
    if (text.isEmpty() && SELECTORS.stream().noneMatch(key -> selects(section, key))) {
      section
          .self()
          .reject(
              "if",
              "this rule matches every alert",
              "give it a condition, or write 'if: \"true\"' if that is meant");
    }
    return new SeverityRule(
        id,
        services(section),
        new HashSet<>(section.plainList("sources", Sources.KIND)),
        new HashSet<>(section.plainList("environments", Kind.TEXT)),
        condition.orElse(null),
        section.need("level", VERDICT, Optional.<Severity>empty()).orElse(null),
        new HashSet<>(section.plainList("facts", Kind.NAME)),
        section.need("because", Kind.TEXT, ""));
  }

  private static boolean selects(Section section, String key) {
    return section.find(key).map(list -> !list.items().isEmpty()).orElse(false);
  }

  private Set<String> services(Section section) {
    Set<String> named = new HashSet<>();
    for (Section.Item<String> item : section.list("services", Kind.NAME)) {
      named.add(item.value());
      boolean known =
          services.isEmpty()
              || services.contains(item.value())
              || item.value().equals(ClassifiedAlert.UNKNOWN_SERVICE);
      if (!known) {
        item.place().reject("the catalog has no such service", "use " + Kind.oneOf(services));
      }
    }
    return named;
  }
}

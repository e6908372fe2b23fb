package io.tocsin.allinone.cases.explain;

import io.tocsin.allinone.cases.Happening;
import io.tocsin.allinone.cases.Wanted;
import io.tocsin.contracts.policy.Policies;
import io.tocsin.contracts.policy.TeamPolicy;
import io.tocsin.contracts.policy.severity.FactSource;
import io.tocsin.contracts.policy.severity.Question;
import io.tocsin.contracts.policy.severity.SeverityPolicy;
import io.tocsin.severityclassifier.core.Explanation;
import io.tocsin.severityclassifier.core.RuleAsked;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The facts that rules needed and no alert said, and who is asked for them (RUN-02.2). */
final class Unsaid {
  private final Explanation explanation;
  private final List<Happening> questions;
  private final SeverityPolicy severity;

  Unsaid(Explanation explanation, Outlook.@Nullable Taken taken, Policies policies) {
    this.explanation = explanation;
    this.questions =
        taken == null
            ? List.of()
            : taken.told().stream().filter(it -> it.word() == Wanted.Question.class).toList();
    this.severity =
        policies
            .team(explanation.classified().team())
            .map(TeamPolicy::severity)
            .orElse(SeverityPolicy.NONE);
  }

  List<String> lines() {
    return facts().entrySet().stream()
        .map(
            fact ->
                fact.getKey()
                    + fact.getValue()
                        .map(by -> ": %s is asked (here %s)".formatted(whom(fact.getKey()), by))
                        .orElse(": nobody is asked"))
        .toList();
  }

  /** Each by name, with who is asked when somebody acknowledges; empty where nobody is. */
  Map<String, Optional<String>> facts() {
    Map<String, Optional<String>> facts = new TreeMap<>();
    Stream.concat(
            explanation.classified().evidence().unsaid().stream(),
            explanation.rules().stream().flatMap(rule -> severity.names(missing(rule)).stream()))
        .forEach(name -> facts.put(name, asked(name)));
    return facts;
  }

  private Optional<String> asked(String fact) {
    FactSource source = severity.facts().get(fact);
    Question question = source == null ? null : source.answers();
    Predicate<String> means =
        name -> name.equals(fact) || question != null && name.equals(question.wireName());
    return questions.stream()
        .filter(it -> it.fields().getOrDefault("about", List.of()).stream().anyMatch(means))
        .map(it -> "%s by %s".formatted(Lines.value(it, "question"), Lines.value(it, "by")))
        .findFirst();
  }

  private String whom(String fact) {
    FactSource source = severity.facts().get(fact);
    return source == null || source.ask() == null ? "whoever acknowledges" : source.ask();
  }

  private static List<String> missing(RuleAsked rule) {
    return rule.outcome() == RuleAsked.Outcome.FACT_MISSING && rule.detail() != null
        ? List.of(rule.detail().split(", "))
        : List.of();
  }
}

package io.tocsin.escalationengine.core;

import io.tocsin.contracts.events.Evidence;
import io.tocsin.contracts.policy.severity.FactSource;
import io.tocsin.contracts.policy.severity.Question;
import io.tocsin.contracts.policy.severity.SeverityPolicy;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What has to be known of an incident (RUN-02.2), and what of it nobody has said yet. */
final class Questions {
  private Questions() {}

  /**
   * The names of what is left to ask, in the runbook's order: the five questions that no fact
   * answers, then the facts that the deciding rule asked for.
   */
  static List<String> open(SeverityPolicy policy, Set<String> facts, Evidence evidence) {
    if (policy.facts().isEmpty()) {
      return List.of();
    }
    Stream<String> questions =
        Stream.of(Question.values())
            .filter(question -> !isAnswered(question, policy.facts().values(), facts, evidence))
            .map(Question::wireName);
    Stream<String> wanted =
        evidence.unsaid().stream().filter(fact -> answersNothing(policy.facts(), fact));
    return Stream.concat(questions, wanted).distinct().toList();
  }

  private static boolean isAnswered(
      Question question, Collection<FactSource> sources, Set<String> facts, Evidence evidence) {
    return facts.contains(question.wireName())
        || sources.stream()
            .filter(source -> source.answers() == question)
            .map(FactSource::name)
            .anyMatch(fact -> facts.contains(fact) || evidence.values().containsKey(fact));
  }

  private static boolean answersNothing(Map<String, FactSource> sources, String fact) {
    FactSource source = sources.get(fact);
    return source == null || source.answers() == null;
  }
}

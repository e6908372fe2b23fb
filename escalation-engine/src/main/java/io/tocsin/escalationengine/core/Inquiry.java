package io.tocsin.escalationengine.core;

import io.tocsin.contracts.events.Assessment;
import io.tocsin.contracts.events.Communication.Told;
import io.tocsin.contracts.events.IncidentChange;
import io.tocsin.contracts.policy.severity.FactSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Who is asked what no alert said, once somebody has it (RUN-02.2): whoever has it, and for a fact
 * that the deciding rule needed, the role that the policy names for it, or again whoever has it
 * where nobody of that role can be written to.
 */
final class Inquiry {
  private final Story story;
  private final Rulebook rulebook;
  private final Receivers receivers;

  Inquiry(Story story, Rulebook rulebook) {
    this.story = story;
    this.rulebook = rulebook;
    this.receivers = new Receivers(story.incident(), rulebook, story.now());
  }

  void begin() {
    Map<String, List<String>> ofRoles = ofRoles();
    List<String> ofOwner = new ArrayList<>(assessment().open());
    ofRoles.values().forEach(ofOwner::removeAll);
    ask(ofOwner, whoHasIt());
    ofRoles.forEach(
        (role, facts) -> ask(facts, orElse(receivers.ofRoles(List.of(role)), whoHasIt())));
  }

  private List<Told> whoHasIt() {
    return orElse(receivers.ofOwner(), receivers.ofThreads());
  }

  private static List<Told> orElse(List<Told> of, List<Told> otherwise) {
    return of.isEmpty() ? otherwise : of;
  }

  /** The facts that the deciding rule needed and nobody has said since, by the role to ask. */
  private Map<String, List<String>> ofRoles() {
    Map<String, List<String>> asked = new TreeMap<>();
    assessment().evidence().unsaid().stream()
        .map(name -> rulebook.fact(story.incident().id().team(), name))
        .filter(Objects::nonNull)
        .filter(fact -> fact.ask() != null && !isAnswered(fact))
        .forEach(
            fact -> asked.computeIfAbsent(fact.ask(), role -> new ArrayList<>()).add(fact.name()));
    return asked;
  }

  private boolean isAnswered(FactSource fact) {
    return assessment().answers().containsKey(fact.name())
        || fact.answers() != null && assessment().answers().containsKey(fact.answers().wireName());
  }

  private void ask(List<String> questions, List<Told> of) {
    if (!questions.isEmpty()) {
      story.tell(
          new IncidentChange.QuestionsAsked(questions, of),
          "unsaid",
          "no alert said it: " + String.join(", ", questions));
    }
  }

  private Assessment assessment() {
    return story.incident().assessment();
  }
}

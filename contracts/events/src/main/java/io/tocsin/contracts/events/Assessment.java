package io.tocsin.contracts.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * How severe an incident is and why (RUN-02.2).
 *
 * @param unknown P1-unknown: a rule failed and no person has set the level yet
 * @param decidedBy the rule or person that decided
 * @param facts what the rules learnt ({@code unavailable}, {@code error-rate})
 * @param evidence what the deciding alert's level was judged by
 * @param answers what people answered, by question ({@code users})
 * @param open questions that neither an alert nor a person has answered yet: the owner is asked
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Assessment(
    Severity severity,
    @JsonInclude(JsonInclude.Include.ALWAYS) boolean unknown,
    Reason decidedBy,
    @JsonInclude(JsonInclude.Include.ALWAYS) Set<String> facts,
    Evidence evidence,
    Map<String, SaidByPerson> answers,
    List<String> open) {

  public Assessment {
    decidedBy = Objects.requireNonNullElse(decidedBy, new Reason("unsaid", "no reason was kept"));
    facts = facts == null ? Set.of() : Set.copyOf(facts);
    evidence = Objects.requireNonNullElse(evidence, Evidence.NONE);
    answers = answers == null ? Map.of() : Map.copyOf(answers);
    open = open == null ? List.of() : List.copyOf(open);
  }

  /** One that rests on nothing but its sentence. */
  public static Assessment of(
      Severity severity, boolean unknown, Reason decidedBy, Set<String> facts) {
    return new Assessment(severity, unknown, decidedBy, facts, Evidence.NONE, Map.of(), List.of());
  }

  /** With what another alert's level was judged by. */
  public Assessment with(Evidence other) {
    return new Assessment(severity, unknown, decidedBy, facts, other, answers, open);
  }

  /** Judged anew; what people answered stays. */
  public Assessment judged(Severity level, boolean failed, Reason by) {
    return new Assessment(level, failed, by, facts, evidence, answers, open);
  }

  /** With what a person answered; a question that was answered is open no more. */
  public Assessment answered(Map<String, SaidByPerson> more) {
    Map<String, SaidByPerson> all = new TreeMap<>(answers);
    all.putAll(more);
    List<String> left = open.stream().filter(question -> !all.containsKey(question)).toList();
    return new Assessment(severity, unknown, decidedBy, facts, evidence, all, left);
  }
}

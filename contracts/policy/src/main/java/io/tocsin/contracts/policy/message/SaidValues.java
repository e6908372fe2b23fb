package io.tocsin.contracts.policy.message;

import io.tocsin.contracts.events.Notification.Content;
import io.tocsin.contracts.policy.severity.Question;
import io.tocsin.contracts.policy.template.ProgressVariables;
import io.tocsin.contracts.policy.template.ResolutionVariables;
import io.tocsin.contracts.policy.template.Values;
import io.tocsin.contracts.policy.template.Variable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a template may show of what people have said: updates, findings, questions, the end. */
record SaidValues(Content content, Names names) {

  Values onto(Values values) {
    Values all = values;
    for (Variable<String> variable :
        List.of(
            ProgressVariables.STATUS,
            ProgressVariables.IMPACT,
            ProgressVariables.ACTIONS_TAKEN,
            ProgressVariables.NEXT_STEPS,
            ProgressVariables.FINDING,
            ProgressVariables.QUESTION,
            ResolutionVariables.ROOT_CAUSE,
            ResolutionVariables.RESOLUTION)) {
      all = all.with(variable, content.said().get(variable.name()));
    }
    for (Variable<Instant> variable :
        List.of(
            ProgressVariables.TIME,
            ProgressVariables.ETA,
            ProgressVariables.DUE,
            ResolutionVariables.INCIDENT_END)) {
      all = all.with(variable, time(variable.name()));
    }
    String by = content.said().get(ProgressVariables.BY.name());
    Instant end = time(ResolutionVariables.INCIDENT_END.name());
    return all.with(ProgressVariables.BY, by == null ? null : names.of(by))
        .with(
            ResolutionVariables.DURATION,
            end == null ? null : Duration.between(content.startedAt(), end))
        .with(ProgressVariables.MISSING, lines("missing", ProgressVariables.STEP))
        .with(ProgressVariables.QUESTIONS, lines("questions", ProgressVariables.QUESTION));
  }

  private @Nullable Instant time(String name) {
    String text = content.said().get(name);
    return text == null ? null : Instant.parse(text);
  }

  private List<Values> lines(String name, Variable<String> field) {
    return content
        .said()
        .getOrDefault(name, "")
        .lines()
        .map(line -> Values.none().with(field, asked(line)))
        .toList();
  }

  /** A question of the assessment in the runbook's words; a fact by its name. */
  private static String asked(String name) {
    return Question.named(name).map(Question::text).orElse(name.replace('-', ' '));
  }
}

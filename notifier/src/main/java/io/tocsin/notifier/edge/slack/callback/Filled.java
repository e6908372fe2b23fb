package io.tocsin.notifier.edge.slack.callback;

import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewState;
import io.tocsin.contracts.events.Update;
import io.tocsin.contracts.policy.severity.Question;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What somebody filled into one of our forms. */
final class Filled {
  private final Map<String, Map<String, ViewState.Value>> values;

  Filled(View view) {
    ViewState state = view.getState();
    this.values = state == null || state.getValues() == null ? Map.of() : state.getValues();
  }

  /** The update (RUN-07.1b); empty where every field is. */
  Optional<Update> update() {
    Update update =
        new Update(
            null,
            text(Modals.STATUS),
            text(Modals.IMPACT),
            text(Modals.ACTIONS_TAKEN),
            text(Modals.NEXT_STEPS),
            time(Modals.ETA));
    return update.equals(new Update(null, null, null, null, null, null))
        ? Optional.empty()
        : Optional.of(update);
  }

  /** The answers that were given, by question (RUN-02.2). */
  Map<String, String> answers() {
    Map<String, String> answers = new LinkedHashMap<>();
    for (Question question : Question.values()) {
      String answer = text(Modals.name(question));
      if (answer != null) {
        answers.put(Modals.name(question), answer);
      }
    }
    return answers;
  }

  private @Nullable String text(String name) {
    ViewState.Value value = value(name);
    if (value == null) {
      return null;
    }
    String text =
        value.getSelectedOption() == null ? value.getValue() : value.getSelectedOption().getValue();
    return text == null || text.isBlank() ? null : text.strip();
  }

  private @Nullable Instant time(String name) {
    ViewState.Value value = value(name);
    return value == null || value.getSelectedDateTime() == null
        ? null
        : Instant.ofEpochSecond(value.getSelectedDateTime());
  }

  private ViewState.@Nullable Value value(String name) {
    return values.getOrDefault(name, Map.of()).get(Modals.ELEMENT);
  }
}

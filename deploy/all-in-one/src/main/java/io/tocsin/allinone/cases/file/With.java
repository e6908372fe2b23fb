package io.tocsin.allinone.cases.file;

import io.tocsin.contracts.events.Cause;
import io.tocsin.contracts.events.Update;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What stands in {@code with:} beside something that a person does. */
record With(Map<?, ?> fields) {

  static With of(OfStep.Done done) {
    return new With(done.with() instanceof Map<?, ?> fields ? fields : Map.of());
  }

  @Nullable String text(String field) {
    Object value = fields.get(field);
    return value == null ? null : String.valueOf(value);
  }

  Map<String, String> answers() {
    Map<String, String> answers = new TreeMap<>();
    fields.forEach(
        (question, answer) ->
            answers.put(
                String.valueOf(question),
                answer instanceof Boolean yes ? (yes ? "yes" : "no") : String.valueOf(answer)));
    return answers;
  }

  Update update() {
    return new Update(
        text("audience"), text("status"), text("impact"), text("actions"), text("next"), null);
  }

  Cause cause() {
    return new Cause(text("root-cause"), text("resolution"));
  }
}

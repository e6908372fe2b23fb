package io.tocsin.allinone.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An update as it is typed (RUN-07.1b): {@code mitigating impact=one pharmacy waits}. Words before
 * the first field are the status; a field goes on until the next one, so that nothing needs quotes.
 */
final class SpokenUpdate {
  static final String USAGE = "update [STATUS] [FIELD=WORDS...]";

  private static final String STATUS = "status";

  /** As people type them, to their names in the API. */
  private static final Map<String, String> FIELDS = fields();

  private final Map<String, String> said = new LinkedHashMap<>();
  private String field = STATUS;

  private SpokenUpdate() {}

  /** The body of the request. */
  static Map<String, Object> body(List<String> words) throws CommandRefused {
    SpokenUpdate update = new SpokenUpdate();
    for (String word : words) {
      update.hear(word);
    }
    return update.body();
  }

  private void hear(String word) throws CommandRefused {
    int sign = word.indexOf('=');
    String name = sign < 1 ? "" : word.substring(0, sign);
    if (!FIELDS.containsKey(name)) {
      said.merge(field, word, (before, next) -> (before + " " + next).strip());
      return;
    }
    field = name;
    if (said.putIfAbsent(name, word.substring(sign + 1)) != null) {
      throw new CommandRefused(
          "'" + name + "' is said twice; words without a field in front are the status");
    }
  }

  private Map<String, Object> body() throws CommandRefused {
    Map<String, Object> body = new LinkedHashMap<>();
    for (Map.Entry<String, String> each : said.entrySet()) {
      if (each.getValue().isBlank()) {
        throw new CommandRefused(
            "'%s=' says nothing; write words behind it, or leave it out".formatted(each.getKey()));
      }
      body.put(String.valueOf(FIELDS.get(each.getKey())), each.getValue());
    }
    return body;
  }

  private static Map<String, String> fields() {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put(STATUS, STATUS);
    fields.put("impact", "impact");
    fields.put("actions-taken", "actionsTaken");
    fields.put("next-steps", "nextSteps");
    fields.put("eta", "eta");
    fields.put("audience", "audience");
    return fields;
  }
}

package io.tocsin.allinone.cli;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What can be done to an incident, and the words it needs: the body of the request. */
enum IncidentAction {
  ACKNOWLEDGE,
  HANDOVER("to"),
  SEVERITY("severity", "reason"),
  ESCALATE("reason"),
  FALSE_ALARM("reason"),
  RESOLVE("reason"),
  UPDATES("status"),
  FINDINGS("text"),
  PHASE("phase"),
  ASSESSMENT("answers"),
  CLOSE("rootCause", "resolution"),
  POLICY;

  private final List<String> fields;

  IncidentAction(String... fields) {
    this.fields = List.of(fields);
  }

  static IncidentAction parse(String name) throws CommandRefused {
    return Arrays.stream(values())
        .filter(action -> action.isCalled(name))
        .findFirst()
        .orElseThrow(() -> new CommandRefused("'" + name + "' is no action; there is " + all()));
  }

  /** By the API's name; an update also by what people say. */
  private boolean isCalled(String name) {
    return path().equals(name) || (this == UPDATES && name.equals("update"));
  }

  /** As in the API's path. */
  String path() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The last field takes the rest of the line, so that a reason needs no quotes. */
  Map<String, Object> body(List<String> words) throws CommandRefused {
    if (words.size() < fields.size() || (fields.isEmpty() && !words.isEmpty())) {
      throw new CommandRefused("usage: tocsin incidents ID " + usage());
    }
    if (this == UPDATES) {
      return SpokenUpdate.body(words);
    }
    if (this == ASSESSMENT) {
      return Map.of("answers", answers(words));
    }
    Map<String, Object> body = new LinkedHashMap<>();
    for (int i = 0; i < fields.size(); i++) {
      boolean last = i == fields.size() - 1;
      body.put(
          fields.get(i), last ? String.join(" ", words.subList(i, words.size())) : words.get(i));
    }
    return body;
  }

  /** As in {@code users=1200 workaround=no}. */
  private Map<String, String> answers(List<String> words) throws CommandRefused {
    Map<String, String> answers = new LinkedHashMap<>();
    for (String word : words) {
      int sign = word.indexOf('=');
      if (sign < 1) {
        throw new CommandRefused(
            "'" + word + "' is no answer; write question=answer, as in users=1200");
      }
      answers.put(word.substring(0, sign), word.substring(sign + 1));
    }
    return answers;
  }

  private String usage() {
    if (this == UPDATES) {
      return SpokenUpdate.USAGE;
    }
    return path() + fields.stream().map(field -> " " + shown(field)).collect(Collectors.joining());
  }

  /** {@code rootCause} is {@code ROOT-CAUSE} to people. */
  private static String shown(String field) {
    return field.equals("answers")
        ? "QUESTION=ANSWER..."
        : field.replaceAll("([A-Z])", "-$1").toUpperCase(Locale.ROOT);
  }

  private static String all() {
    return Arrays.stream(values()).map(IncidentAction::usage).collect(Collectors.joining(", "));
  }
}

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
  RESOLVE("reason");

  private final List<String> fields;

  IncidentAction(String... fields) {
    this.fields = List.of(fields);
  }

  static IncidentAction parse(String name) throws CommandRefused {
    return Arrays.stream(values())
        .filter(action -> action.path().equals(name))
        .findFirst()
        .orElseThrow(() -> new CommandRefused("'" + name + "' is no action; there is " + all()));
  }

  /** As in the API's path. */
  String path() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The last field takes the rest of the line, so that a reason needs no quotes. */
  Map<String, String> body(List<String> words) throws CommandRefused {
    if (words.size() < fields.size() || (fields.isEmpty() && !words.isEmpty())) {
      throw new CommandRefused("usage: tocsin incidents ID " + usage());
    }
    Map<String, String> body = new LinkedHashMap<>();
    for (int i = 0; i < fields.size(); i++) {
      boolean last = i == fields.size() - 1;
      body.put(
          fields.get(i), last ? String.join(" ", words.subList(i, words.size())) : words.get(i));
    }
    return body;
  }

  private String usage() {
    return path()
        + fields.stream()
            .map(field -> " " + field.toUpperCase(Locale.ROOT))
            .collect(Collectors.joining());
  }

  private static String all() {
    return Arrays.stream(values()).map(IncidentAction::usage).collect(Collectors.joining(", "));
  }
}

package io.tocsin.notifier.edge.slack.callback;

import io.tocsin.contracts.events.IncidentId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What stands behind {@code /incident}: a verb, perhaps an incident, and words.
 *
 * @param verb in lower case; {@code help} where there is none
 */
record SlashLine(String verb, @Nullable IncidentId incident, String words) {

  static SlashLine of(String text) {
    String line = text.strip();
    if (line.isEmpty()) {
      return new SlashLine("help", null, "");
    }
    String verb = first(line).toLowerCase(Locale.ROOT);
    String rest = rest(line);
    IncidentId incident = incident(first(rest));
    return new SlashLine(verb, incident, incident == null ? rest : rest(rest));
  }

  /** The first of the words; empty where there is none. */
  String firstWord() {
    return first(words);
  }

  /** The words after the first. */
  String otherWords() {
    return rest(words);
  }

  private static @Nullable IncidentId incident(String word) {
    try {
      return IncidentId.parse(word.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException noIncident) {
      return null;
    }
  }

  private static String first(String text) {
    return text.split("\\s+", 2)[0];
  }

  private static String rest(String text) {
    String[] parts = text.split("\\s+", 2);
    return parts.length == 2 ? parts[1].strip() : "";
  }
}

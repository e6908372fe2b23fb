package io.tocsin.alertingest.core.datadog;

import static io.tocsin.contracts.events.Signal.NOTICE;
import static io.tocsin.contracts.events.Signal.NO_DATA;
import static io.tocsin.contracts.events.Signal.RECOVERED;
import static io.tocsin.contracts.events.Signal.RENOTIFIED;
import static io.tocsin.contracts.events.Signal.RETRIGGERED;
import static io.tocsin.contracts.events.Signal.TRIGGERED;
import static io.tocsin.contracts.events.Signal.WARNED;

import io.tocsin.contracts.events.Signal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a monitor did (RUN-03.1a). {@code Triggered → Warn} arrives as {@code Warn} and is no
 * recovery; a word that nobody knows is an alarm, because it may be one.
 *
 * @param said in Datadog's own word
 */
record Transition(Signal signal, String said) {
  private static final Map<String, Signal> SIGNALS =
      Map.of(
          "triggered", TRIGGERED,
          "retriggered", RETRIGGERED,
          "nodata", NO_DATA,
          "renodata", NO_DATA,
          "warn", WARNED,
          "rewarn", WARNED,
          "renotify", RENOTIFIED,
          "recovered", RECOVERED);
  private static final Map<String, Signal> TYPES =
      Map.of("warning", WARNED, "info", NOTICE, "success", NOTICE);

  private static final Pattern NO_LETTERS = Pattern.compile("[^a-z]+");

  /** From the transition, else the title's prefix, else the alert type, which knows no state. */
  static Transition of(Fields fields, StateTitle title) {
    Optional<String> word =
        fields
            .first("alerttransition", "transition")
            .filter(said -> !said.strip().equalsIgnoreCase("null"))
            .or(title::state);
    return word.map(Transition::ofWord).orElseGet(() -> ofType(fields.first("alerttype")));
  }

  private static Transition ofWord(String word) {
    return new Transition(SIGNALS.getOrDefault(letters(word), TRIGGERED), Short.line(word));
  }

  private static Transition ofType(Optional<String> type) {
    return type.map(said -> new Transition(TYPES.getOrDefault(letters(said), TRIGGERED), said))
        .map(found -> new Transition(found.signal(), Short.line(found.said())))
        .orElseGet(() -> new Transition(TRIGGERED, TRIGGERED.name()));
  }

  private static String letters(String word) {
    return NO_LETTERS.matcher(word.toLowerCase(Locale.ROOT)).replaceAll("");
  }
}

package io.tocsin.notifier.edge.slack.callback;

import io.tocsin.contracts.events.IncidentChange;
import io.tocsin.contracts.events.IncidentEvent;
import java.util.Optional;

/** What the engine made of a command, as whoever asked reads it in Slack. */
final class OutcomeWords {
  private OutcomeWords() {}

  /**
   * The words.
   *
   * @param decided empty where the engine was silent
   */
  static String of(Optional<IncidentEvent> decided) {
    return decided.map(OutcomeWords::of).orElse("It was taken; what became of it is in Tocsin.");
  }

  private static String of(IncidentEvent event) {
    String what = event.incident() == null ? "" : event.incident() + ": ";
    return event.change() instanceof IncidentChange.CommandRefused
        ? "Refused. " + what + event.reason().text()
        : "Done. " + what + event.reason().text();
  }
}

package io.tocsin.notifier.edge.slack.callback;

import io.tocsin.contracts.events.IncidentId;
import io.tocsin.notifier.edge.slack.Place;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a form is about, kept in its {@code private_metadata}.
 *
 * @param place where it was opened, for the answer; null where that is not said
 */
record Origin(IncidentId incident, @Nullable Place place) {

  static Optional<Origin> parse(@Nullable String text) {
    if (text == null) {
      return Optional.empty();
    }
    String[] parts = text.split(" ", 2);
    try {
      return Optional.of(
          new Origin(
              IncidentId.parse(parts[0]),
              parts.length == 2 ? Place.parse(parts[1]).orElse(null) : null));
    } catch (IllegalArgumentException notOurs) {
      return Optional.empty();
    }
  }

  String text() {
    return incident + (place == null ? "" : " " + place.reference());
  }
}

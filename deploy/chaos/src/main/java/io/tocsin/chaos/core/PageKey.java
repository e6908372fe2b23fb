package io.tocsin.chaos.core;

import io.tocsin.contracts.events.IncidentId;

/** One page that must ring: the incident and the incident's own number for it. */
public record PageKey(IncidentId incident, int number) {

  /**
   * Reads {@code <installation>-RX-142-1} from its end.
   *
   * @throws IllegalArgumentException when it is no such key
   */
  public static PageKey ofDedupKey(String key) {
    String[] parts = key.split("-");
    if (parts.length < 3) {
      throw new IllegalArgumentException(
          "'" + key + "' is no key of a page: expected installation-RX-142-1");
    }
    int last = parts.length - 1;
    return new PageKey(
        IncidentId.parse(parts[last - 2] + "-" + parts[last - 1]), Integer.parseInt(parts[last]));
  }

  @Override
  public String toString() {
    return "page " + number + " of " + incident;
  }
}

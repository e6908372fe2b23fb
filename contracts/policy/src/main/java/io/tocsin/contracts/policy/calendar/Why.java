package io.tocsin.contracts.policy.calendar;

import org.jspecify.annotations.Nullable;

/**
 * Why somebody holds a role.
 *
 * @param number of the layer or override, from 1 in the order of the file; 0 for the others
 * @param detail the override's reason, the event's summary, when the reading was made
 */
public record Why(Source source, int number, @Nullable String detail) {

  /** What put somebody there. */
  public enum Source {
    LAYER,
    OVERRIDE,
    EVENT,
    READING,
    LAST_KNOWN
  }

  /** {@code layer 2}, {@code override 1 (holidays)}, {@code event 'engineer-a'}. */
  @Override
  public String toString() {
    return switch (source) {
      case LAYER -> "layer " + number;
      case OVERRIDE -> "override " + number + (detail == null ? "" : " (" + detail + ")");
      case EVENT -> "event '" + detail + "'";
      case READING -> "as read at " + detail;
      case LAST_KNOWN -> "last known, read at " + detail;
    };
  }
}

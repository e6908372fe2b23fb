package io.tocsin.contracts.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far an incident has come, as everybody else is told (RUN-07.2a). */
public enum Phase {
  IDENTIFIED,
  INVESTIGATING,
  ROOT_CAUSE_IDENTIFIED,
  /** A solution is determined (MHV-p12). */
  IMPLEMENTING_FIX,
  MONITORING,
  RESOLVED;

  /** The name in records, paths and on the page's classes: {@code root-cause-identified}. */
  @JsonValue
  public String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * Reads a name as people write it, spaces and case aside.
   *
   * @throws IllegalArgumentException when it is none of the six
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static Phase parse(String name) {
    for (Phase phase : values()) {
      if (phase.wireName().equals(name.strip().toLowerCase(Locale.ROOT).replaceAll("[ _]+", "-"))) {
        return phase;
      }
    }
    throw new IllegalArgumentException(
        "'%s' is no phase; there are identified, investigating, root-cause-identified,"
                .formatted(name)
            + " implementing-fix, monitoring, resolved");
  }
}

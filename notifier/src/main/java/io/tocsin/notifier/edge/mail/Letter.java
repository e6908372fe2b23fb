package io.tocsin.notifier.edge.mail;

import io.tocsin.contracts.events.IncidentId;
import java.time.Instant;
import java.util.List;

/**
 * A mail before it is one.
 *
 * @param id its name, with angle brackets
 * @param thread what it follows
 * @param urgent whether it asks somebody to act at once
 * @param html a whole page
 */
record Letter(
    String id,
    String thread,
    IncidentId incident,
    List<String> to,
    Instant written,
    boolean urgent,
    String subject,
    String text,
    String html) {
  Letter {
    to = List.copyOf(to);
  }

  /** Neither words nor addresses. */
  @Override
  public String toString() {
    return "Letter[" + id + "]";
  }
}

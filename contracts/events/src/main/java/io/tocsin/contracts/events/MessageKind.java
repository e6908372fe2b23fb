package io.tocsin.contracts.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a message says. Each has a template of its name, which a team may write itself. */
public enum MessageKind {
  /** The line that rings (RUN-08.2). */
  PAGE,
  /**
   * What is known of the incident: the first message, and again when its level is set (MHV-msg).
   */
  INCIDENT_MESSAGE,
  /** Somebody has it (RUN-04.1a). */
  ACKNOWLEDGED,
  /** An update for the team (RUN-07.1b). */
  UPDATE,
  /** An update for an audience besides the team (RUN-07.3). */
  STAKEHOLDER_NOTICE,
  /** To who owes something, that it is due (RUN-04.0, RUN-07.1a). */
  REMINDER,
  /** To the owner: what no alert said (RUN-02.2). */
  QUESTIONS,
  /** Something that was found (RUN-05.3). */
  FINDING,
  /** The ticket as it is opened (RUN-04.3). */
  TICKET,
  /** What closes the ticket (RUN-09.2). */
  TICKET_CLOSED,
  /** It is over (RUN-09.3). */
  RESOLUTION_NOTICE;

  /** What the ticket is told by it: its own first message, the same otherwise. */
  public MessageKind ofTicket() {
    return this == INCIDENT_MESSAGE ? TICKET : this;
  }

  /** The name in records and of the template: {@code incident-message}. */
  @JsonValue
  public String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static MessageKind parse(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}

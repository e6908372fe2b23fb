package io.tocsin.contracts.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** What people say: the team's code and a number of the team's own, {@code RX-142}. */
public record IncidentId(TeamCode team, long number) {

  public IncidentId {
    if (number < 1) {
      throw new IllegalArgumentException("incident number must be at least 1, was " + number);
    }
  }

  /** Reads {@code RX-142}; anything else is refused with the form that was expected. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static IncidentId parse(String text) {
    int hyphen = text.indexOf('-');
    try {
      return new IncidentId(
          new TeamCode(text.substring(0, Math.max(0, hyphen))),
          Long.parseLong(text.substring(hyphen + 1)));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "'" + text + "' is no incident id: expected a team code, a hyphen and a number, RX-142",
          e);
    }
  }

  @JsonValue
  @Override
  public String toString() {
    return team.key(Long.toString(number));
  }
}

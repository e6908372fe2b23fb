package io.tocsin.contracts.policy;

import io.tocsin.contracts.events.TeamCode;
import java.util.List;
import java.util.Map;

/** The ladder of last resort: after the end of a team's own, and for Tocsin's own alarms. */
public record CatchAll(
    TeamCode code, String name, Map<String, Contact> contacts, List<Rung> ladder) {
  public CatchAll {
    contacts = Map.copyOf(contacts);
    ladder = List.copyOf(ladder);
  }
}

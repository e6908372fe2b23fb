package io.tocsin.contracts.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a person (or a provider on a person's behalf) asks of an incident.
 *
 * @param id the idempotency key: a repeated one makes no new event
 * @param incident null for a declaration
 */
public record IncidentCommand(
    String id,
    TeamCode team,
    @Nullable IncidentId incident,
    Actor by,
    Instant at,
    CommandAction action) {

  /** The record key: the incident, or for a new one the team's code and the command's id. */
  public String key() {
    return incident == null ? team.key(id) : incident.toString();
  }
}

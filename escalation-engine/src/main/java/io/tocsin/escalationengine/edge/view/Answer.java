package io.tocsin.escalationengine.edge.view;

import io.tocsin.contracts.events.IncidentChange;
import io.tocsin.contracts.events.IncidentEvent;
import io.tocsin.contracts.events.IncidentId;
import io.tocsin.contracts.events.Reason;
import org.jspecify.annotations.Nullable;

/**
 * What the engine said to a command.
 *
 * @param incident null only for the refusal of a command that has no incident
 * @param sequence of the last event that the command caused
 * @param opened whether it opened the incident
 * @param refused whether it had no effect; {@code reason} then says why
 */
public record Answer(
    @Nullable IncidentId incident, long sequence, boolean opened, boolean refused, Reason reason) {

  static Answer in(IncidentEvent event) {
    return new Answer(
        event.incident(),
        event.sequence(),
        event.change() instanceof IncidentChange.Opened,
        event.change() instanceof IncidentChange.CommandRefused,
        event.reason());
  }

  /** One command may cause several events: the first gives the reason, the last the sequence. */
  Answer and(Answer later) {
    return new Answer(
        incident,
        Math.max(sequence, later.sequence),
        opened || later.opened,
        refused && later.refused,
        reason);
  }
}

package io.tocsin.contracts.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One fact about an incident, kept for ever.
 *
 * @param incident null only for the refusal of a command that has no incident; never folded
 * @param sequence 1, 2, 3 … within the incident; 0 for such a refusal
 * @param causedBy the command's id, when a command caused it
 */
public record IncidentEvent(
    @Nullable IncidentId incident,
    long sequence,
    Instant at,
    Actor by,
    @Nullable String causedBy,
    Reason reason,
    IncidentChange change) {}

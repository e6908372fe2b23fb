package io.tocsin.contracts.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What became of one accepted alert: there is one for each, and only the engine writes it. */
public record AlertDisposition(
    AlertId alert,
    AlertKey alertKey,
    TeamCode team,
    Outcome outcome,
    @Nullable IncidentId incident,
    Reason reason,
    Instant at) {

  /** Where an accepted alert can end. */
  public enum Outcome {
    /** It opened the incident. */
    OPENED,
    /** It joined an open incident. */
    GROUPED,
    /** It said again what the incident knows. */
    REPEATED,
    /** It told the incident that it has recovered. */
    RECOVERED,
    /** It came too late, or after its own recovery. */
    ABSORBED,
    /** It is no alarm, or a recovery with nothing open: kept, without an incident. */
    RECORDED,
    /** It was a {@link Canary} of ours, and went on to its test receiver. */
    CANARY,
    /** It could not be decided and lies in {@code dead-letters}. */
    DEAD_LETTERED
  }
}

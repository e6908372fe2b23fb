package io.tocsin.contracts.events;

/** Where an incident stands. */
public enum IncidentState {
  /** Nobody has it: the ladder runs. */
  OPEN,
  /** Somebody has it: the ladder rests. */
  ACKNOWLEDGED,
  /** Recovered before anyone acknowledged: resolved when the hold-down has passed. */
  HOLD_DOWN,
  /** Recovered or mitigated: stability is watched (RUN-06.3). */
  MONITORING,
  /** Over: the next alert of its grouping key is a new occurrence. */
  RESOLVED,
  /** It never was one; counted as noise. */
  FALSE_ALARM;

  public boolean isOver() {
    return this == RESOLVED || this == FALSE_ALARM;
  }

  /** Whether a page may still be wanted. */
  public boolean isQuiet() {
    return this != OPEN;
  }
}

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
  /** Over, and what is owed after it is done: cause and resolution are said (RUN-09.2). */
  CLOSED,
  /** It never was one; counted as noise. */
  FALSE_ALARM;

  /** Whether people are at it: neither recovered nor over, so that its clocks run. */
  public boolean isWorkedOn() {
    return this == OPEN || this == ACKNOWLEDGED;
  }

  public boolean isOver() {
    return this == RESOLVED || this == CLOSED || this == FALSE_ALARM;
  }

  /** What the public is told of it where nobody has entered a phase (RUN-07.2a). */
  public Phase phase() {
    return switch (this) {
      case OPEN -> Phase.IDENTIFIED;
      case ACKNOWLEDGED -> Phase.INVESTIGATING;
      case HOLD_DOWN, MONITORING -> Phase.MONITORING;
      case RESOLVED, CLOSED, FALSE_ALARM -> Phase.RESOLVED;
    };
  }

  /** Whether a page may still be wanted. */
  public boolean isQuiet() {
    return this != OPEN;
  }
}

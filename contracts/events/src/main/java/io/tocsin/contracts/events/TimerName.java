package io.tocsin.contracts.events;

/** The deadlines that an incident may hold. */
public enum TimerName {
  /** The next rung, a deferred rung, or a new round. */
  LADDER,
  /** End of the hold-down. */
  HOLD_DOWN,
  /** End of the stability watch (RUN-06.3). */
  WATCH,
  /** An audience that is told later (RUN-07.3a). */
  TELLING,
  /** End of the first minutes (RUN-04.0). */
  FIRST_RESPONSE
}

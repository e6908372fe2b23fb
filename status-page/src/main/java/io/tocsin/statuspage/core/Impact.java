package io.tocsin.statuspage.core;

import io.tocsin.contracts.events.Severity;

/**
 * Statuspage's scale, for an incident (by its level, to its end) and for the whole page (by its
 * worst component).
 */
public enum Impact {
  NONE("All Systems Operational"),
  MINOR("Partially Degraded Service"),
  MAJOR("Partial System Outage"),
  CRITICAL("Major Service Outage");

  private final String description;

  Impact(String description) {
    this.description = description;
  }

  /** What the whole page says at this impact. */
  public String description() {
    return description;
  }

  public static Impact of(Severity severity) {
    return switch (severity) {
      case P1 -> CRITICAL;
      case P2 -> MAJOR;
      case P3 -> MINOR;
      case P4 -> NONE;
    };
  }

  public static Impact of(ComponentStatus worst) {
    return switch (worst) {
      case MAJOR_OUTAGE -> CRITICAL;
      case PARTIAL_OUTAGE -> MAJOR;
      case DEGRADED_PERFORMANCE -> MINOR;
      case OPERATIONAL -> NONE;
    };
  }
}

package io.tocsin.statuspage.core;

import io.tocsin.contracts.events.Severity;

/**
 * How a component does, best first. An incident weighs on its component by its level until it is
 * resolved; while it is monitored it counts as degraded at most: the service answers again, and
 * "operational" would promise what the watch has yet to show.
 */
public enum ComponentStatus {
  OPERATIONAL("Operational"),
  DEGRADED_PERFORMANCE("Degraded performance"),
  PARTIAL_OUTAGE("Partial outage"),
  MAJOR_OUTAGE("Major outage");

  private final String words;

  ComponentStatus(String words) {
    this.words = words;
  }

  /** As people read it. */
  public String words() {
    return words;
  }

  /** What an incident of {@code severity} in {@code phase} makes of its component. */
  public static ComponentStatus of(Severity severity, Phase phase) {
    ComponentStatus hit = of(severity);
    return switch (phase) {
      case IDENTIFIED, INVESTIGATING, ROOT_CAUSE_IDENTIFIED, IMPLEMENTING_FIX -> hit;
      case MONITORING -> hit.orBetter(DEGRADED_PERFORMANCE);
      case RESOLVED -> OPERATIONAL;
    };
  }

  public ComponentStatus orWorse(ComponentStatus other) {
    return compareTo(other) >= 0 ? this : other;
  }

  private ComponentStatus orBetter(ComponentStatus other) {
    return compareTo(other) <= 0 ? this : other;
  }

  private static ComponentStatus of(Severity severity) {
    return switch (severity) {
      case P1 -> MAJOR_OUTAGE;
      case P2 -> PARTIAL_OUTAGE;
      case P3 -> DEGRADED_PERFORMANCE;
      case P4 -> OPERATIONAL;
    };
  }
}

package io.tocsin.statuspage.core;

/**
 * Where the public sees an incident stand, in the order in which a runbook goes through them
 * (RUN-07.2a).
 */
public enum Phase {
  IDENTIFIED("Identified"),
  INVESTIGATING("Investigating"),
  ROOT_CAUSE_IDENTIFIED("Root cause identified"),
  IMPLEMENTING_FIX("Implementing fix"),
  MONITORING("Monitoring"),
  RESOLVED("Resolved");

  private final String words;

  Phase(String words) {
    this.words = words;
  }

  /** As people read it. */
  public String words() {
    return words;
  }
}

package io.tocsin.statuspage.core;

/** Where the public sees an incident stand (RUN-07.2a). */
public enum Phase {
  INVESTIGATING,
  MONITORING,
  RESOLVED
}

package io.tocsin.notifier.edge.github;

import io.tocsin.contracts.events.IncidentId;

/**
 * What readers do not see and we find again: {@code <!-- tocsin:0a1b2c3d/RX-142/RX-142/2/github/
 * ticket -->}.
 *
 * @param installation tells our marks from another Tocsin's
 * @param what a notification's id, or a command's
 */
record Marker(String installation, IncidentId incident, String what) {
  private static final String BEGINNING = "<!-- tocsin:";

  /** Whether {@code text} bears exactly this mark. */
  boolean isIn(String text) {
    return text.contains(toString());
  }

  /** Whether {@code text} bears any mark of this incident. */
  boolean namesIncident(String text) {
    return text.contains(BEGINNING + installation + "/" + incident + "/");
  }

  /** Whether {@code text} was written by this installation. */
  static boolean isOurs(String installation, String text) {
    return text.contains(BEGINNING + installation + "/");
  }

  @Override
  public String toString() {
    return BEGINNING + installation + "/" + incident + "/" + what + " -->";
  }
}

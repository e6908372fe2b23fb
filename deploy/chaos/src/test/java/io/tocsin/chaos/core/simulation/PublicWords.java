package io.tocsin.chaos.core.simulation;

import io.tocsin.contracts.events.Phase;

/** What the public page says of a phase. */
final class PublicWords {
  private PublicWords() {}

  static String of(Phase phase) {
    return switch (phase) {
      case IDENTIFIED, INVESTIGATING -> "investigating";
      case ROOT_CAUSE_IDENTIFIED, IMPLEMENTING_FIX -> "identified";
      case MONITORING -> "monitoring";
      case RESOLVED -> "resolved";
    };
  }
}

package io.tocsin.escalationengine.core;

import io.tocsin.contracts.events.Incident;
import io.tocsin.contracts.events.SaidByPerson;

/** A security or privacy incident is restricted: only named responders are told of it. */
final class Restriction {
  private static final String SECURITY = "security";
  private static final String NO = "no";

  private Restriction() {}

  /** Whether an alert or a person says that security or privacy is concerned. */
  static boolean holds(Incident incident) {
    SaidByPerson answer = incident.assessment().answers().get(SECURITY);
    if (answer != null) {
      return !NO.equals(answer.value());
    }
    return incident.assessment().facts().contains(SECURITY)
        || "true".equals(incident.assessment().evidence().values().get(SECURITY));
  }
}

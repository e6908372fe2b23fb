package io.tocsin.statuspage.core;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * An incident and the component it is about.
 *
 * @param id the public one
 */
public record IncidentNow(String id, PublicIncident incident, ComponentNow component) {

  static IncidentNow of(PublicIncident incident, ComponentNow component) {
    return new IncidentNow(incident.id(), incident, component);
  }

  public String name() {
    return PublicText.name(component.component(), incident.severity());
  }

  public Impact impact() {
    return Impact.of(incident.severity());
  }

  /** Newest first; each says what it made of the component. */
  public List<PublicUpdate> updates() {
    List<PublicUpdate> updates = new ArrayList<>();
    ComponentStatus before = ComponentStatus.OPERATIONAL;
    for (PhaseChange change : incident.phases()) {
      ComponentStatus after = ComponentStatus.of(incident.severity(), change.phase());
      updates.add(new PublicUpdate(change.phase(), change.at(), body(change), before, after));
      before = after;
    }
    Collections.reverse(updates);
    return updates;
  }

  private String body(PhaseChange change) {
    return PublicText.body(change.phase(), component.component(), incident.severity());
  }
}

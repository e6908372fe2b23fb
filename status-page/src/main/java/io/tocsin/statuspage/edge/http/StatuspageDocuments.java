package io.tocsin.statuspage.edge.http;

import io.tocsin.statuspage.core.ComponentStatus;
import io.tocsin.statuspage.core.Overview;
import io.tocsin.statuspage.core.Overview.ComponentNow;
import io.tocsin.statuspage.core.Overview.IncidentNow;
import io.tocsin.statuspage.core.Phase;
import io.tocsin.statuspage.core.PhaseChange;
import io.tocsin.statuspage.core.PublicId;
import io.tocsin.statuspage.core.PublicIncident;
import io.tocsin.statuspage.core.PublicText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What is published, in the shape that Statuspage's clients know. */
final class StatuspageDocuments {
  private final PageIdentity identity;

  StatuspageDocuments(PageIdentity identity) {
    this.identity = identity;
  }

  Wire.SummaryDocument summary(Overview overview) {
    return new Wire.SummaryDocument(
        page(overview),
        standings(overview),
        reports(overview),
        List.of(),
        status(overview).status());
  }

  Wire.StatusDocument status(Overview overview) {
    return new Wire.StatusDocument(
        page(overview), new Wire.Status(wire(overview.indicator()), overview.headline()));
  }

  Wire.ComponentsDocument components(Overview overview) {
    return new Wire.ComponentsDocument(page(overview), standings(overview));
  }

  Wire.IncidentsDocument unresolved(Overview overview) {
    return new Wire.IncidentsDocument(page(overview), reports(overview));
  }

  private Wire.Page page(Overview overview) {
    return new Wire.Page(
        identity.id(),
        identity.name(),
        identity.url(),
        "Etc/UTC",
        Wire.time(overview.state().changedAt()));
  }

  private List<Wire.ComponentStanding> standings(Overview overview) {
    return overview.components().stream().map(component -> standing(component, overview)).toList();
  }

  private Wire.ComponentStanding standing(ComponentNow now, Overview overview) {
    return new Wire.ComponentStanding(
        now.component().id(),
        now.component().title(),
        wire(now.status()),
        Wire.time(overview.state().since()),
        Wire.time(now.updatedAt()),
        now.component().position(),
        null,
        false,
        null,
        null,
        identity.id(),
        false,
        false);
  }

  private List<Wire.PublicIncidentReport> reports(Overview overview) {
    return overview.unresolved().stream().map(open -> report(open, overview)).toList();
  }

  private Wire.PublicIncidentReport report(IncidentNow now, Overview overview) {
    PublicIncident incident = now.incident();
    return new Wire.PublicIncidentReport(
        incident.id(),
        now.name(),
        wire(incident.phase()),
        Wire.time(incident.startedAt()),
        Wire.time(incident.updatedAt()),
        beginning(incident, Phase.MONITORING),
        beginning(incident, Phase.RESOLVED),
        wire(now.impact()),
        identity.link(incident.id()),
        Wire.time(incident.startedAt()),
        identity.id(),
        updates(now),
        List.of(standing(now.component(), overview)));
  }

  /** Newest first; each says what it made of the component. */
  private static List<Wire.IncidentUpdate> updates(IncidentNow now) {
    List<Wire.IncidentUpdate> updates = new ArrayList<>();
    ComponentStatus before = ComponentStatus.OPERATIONAL;
    for (PhaseChange change : now.incident().phases()) {
      ComponentStatus after = ComponentStatus.of(now.incident().severity(), change.phase());
      updates.add(0, update(now, change, before, after));
      before = after;
    }
    return updates;
  }

  private static Wire.IncidentUpdate update(
      IncidentNow now, PhaseChange change, ComponentStatus before, ComponentStatus after) {
    PublicIncident incident = now.incident();
    String at = Wire.time(change.at());
    return new Wire.IncidentUpdate(
        PublicId.of("update", incident.id(), wire(change.phase()), at),
        wire(change.phase()),
        PublicText.body(change.phase(), now.component().component(), incident.severity()),
        incident.id(),
        at,
        at,
        at,
        List.of(
            new Wire.AffectedComponent(
                now.component().component().id(),
                now.component().component().title(),
                wire(before),
                wire(after))),
        false,
        null,
        null);
  }

  private static @Nullable String beginning(PublicIncident incident, Phase phase) {
    return incident.phases().stream()
        .filter(change -> change.phase() == phase)
        .findFirst()
        .map(change -> Wire.time(change.at()))
        .orElse(null);
  }

  private static String wire(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}

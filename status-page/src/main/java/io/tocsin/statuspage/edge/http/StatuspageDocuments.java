package io.tocsin.statuspage.edge.http;

import io.tocsin.statuspage.core.ComponentNow;
import io.tocsin.statuspage.core.IncidentNow;
import io.tocsin.statuspage.core.Overview;
import io.tocsin.statuspage.core.Phase;
import io.tocsin.statuspage.core.PublicId;
import io.tocsin.statuspage.core.PublicIncident;
import io.tocsin.statuspage.core.PublicUpdate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What is published, in the shape that Statuspage's clients know. */
final class StatuspageDocuments {
  /** How many incidents Statuspage lists. */
  private static final int LISTED = 50;

  private final PageIdentity identity;

  StatuspageDocuments(PageIdentity identity) {
    this.identity = identity;
  }

  Wire.SummaryDocument summary(Overview overview) {
    return new Wire.SummaryDocument(
        page(overview),
        standings(overview),
        reports(overview.unresolved(), overview),
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

  /** The latest, resolved or not. */
  Wire.IncidentsDocument incidents(Overview overview) {
    return new Wire.IncidentsDocument(
        page(overview), reports(overview.incidents().stream().limit(LISTED).toList(), overview));
  }

  Wire.IncidentsDocument unresolved(Overview overview) {
    return new Wire.IncidentsDocument(page(overview), reports(overview.unresolved(), overview));
  }

  /** Planned downtime, of which this page knows none. */
  Wire.MaintenancesDocument maintenances(Overview overview) {
    return new Wire.MaintenancesDocument(page(overview), List.of());
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
    return overview.components().stream().map(now -> standing(now, overview)).toList();
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

  private List<Wire.PublicIncidentReport> reports(List<IncidentNow> incidents, Overview overview) {
    return incidents.stream().map(now -> report(now, overview)).toList();
  }

  private Wire.PublicIncidentReport report(IncidentNow now, Overview overview) {
    PublicIncident incident = now.incident();
    return new Wire.PublicIncidentReport(
        now.id(),
        now.name(),
        wire(incident.phase()),
        Wire.time(incident.startedAt()),
        Wire.time(incident.updatedAt()),
        beginning(incident, Phase.MONITORING),
        beginning(incident, Phase.RESOLVED),
        wire(now.impact()),
        identity.link(now.id()),
        Wire.time(incident.startedAt()),
        identity.id(),
        now.updates().stream().map(update -> update(now, update)).toList(),
        List.of(standing(now.component(), overview)));
  }

  private static Wire.IncidentUpdate update(IncidentNow now, PublicUpdate update) {
    String at = Wire.time(update.at());
    return new Wire.IncidentUpdate(
        PublicId.of("update", now.id(), update.phase().name(), at),
        wire(update.phase()),
        update.body(),
        now.id(),
        at,
        at,
        at,
        List.of(
            new Wire.AffectedComponent(
                now.component().component().id(),
                now.component().component().title(),
                wire(update.before()),
                wire(update.after()))),
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

  /** Statuspage has four words for the six phases of the runbook (RUN-07.2a). */
  private static String wire(Phase phase) {
    return switch (phase) {
      case IDENTIFIED, INVESTIGATING -> "investigating";
      case ROOT_CAUSE_IDENTIFIED, IMPLEMENTING_FIX -> "identified";
      case MONITORING -> "monitoring";
      case RESOLVED -> "resolved";
    };
  }

  private static String wire(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}

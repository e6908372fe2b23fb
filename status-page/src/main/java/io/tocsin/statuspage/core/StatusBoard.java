package io.tocsin.statuspage.core;

import io.tocsin.contracts.events.Incident;
import io.tocsin.contracts.events.IncidentId;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The fold of {@code incidents}. What is published never goes backwards: a revision that is not
 * newer than the one known changes nothing, so a record may come twice. Not safe for threads.
 */
final class StatusBoard {
  /** How long a resolved incident stays listed. */
  static final Duration LISTED = Duration.ofHours(24);

  private static final Comparator<PublicIncident> LATEST_FIRST =
      Comparator.comparing(PublicIncident::startedAt)
          .reversed()
          .thenComparing(incident -> incident.incident().toString());

  private final Disclosure disclosure;
  private final Map<IncidentId, Long> revisions = new HashMap<>();
  private final Map<IncidentId, PublicIncident> shown = new HashMap<>();

  StatusBoard(Disclosure disclosure) {
    this.disclosure = disclosure;
  }

  /** Takes an incident as it is by now, unless a newer revision is known. */
  void apply(Incident incident) {
    if (incident.revision() <= revisions.getOrDefault(incident.id(), 0L)) {
      return;
    }
    revisions.put(incident.id(), incident.revision());
    disclosure
        .of(incident)
        .ifPresentOrElse(
            known -> shown.put(incident.id(), known), () -> shown.remove(incident.id()));
  }

  /** A tombstone: there is no such incident any more. */
  void remove(IncidentId id) {
    revisions.remove(id);
    shown.remove(id);
  }

  /** What the page lists at {@code now}; what was resolved 24 hours ago is let go. */
  List<PublicIncident> listed(Instant now) {
    Instant oldest = now.minus(LISTED);
    shown
        .values()
        .removeIf(incident -> incident.isResolved() && incident.updatedAt().isBefore(oldest));
    return shown.values().stream().sorted(LATEST_FIRST).toList();
  }
}

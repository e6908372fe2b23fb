package io.tocsin.statuspage.core;

import io.tocsin.contracts.events.Incident;
import io.tocsin.contracts.events.IncidentId;
import io.tocsin.contracts.events.Milestones;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The fold of {@code incidents}. What is published never goes backwards: a revision that is not
 * newer than the one known changes nothing, so a record may come twice. What the public may know of
 * an incident is asked anew each time, because a policy may change. Not safe for threads.
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
  private final Map<IncidentId, Incident> recent = new HashMap<>();

  StatusBoard(Disclosure disclosure) {
    this.disclosure = disclosure;
  }

  /** Takes an incident as it is by now, unless a newer revision is known. */
  void apply(Incident incident) {
    if (incident.revision() <= revisions.getOrDefault(incident.id(), 0L)) {
      return;
    }
    revisions.put(incident.id(), incident.revision());
    recent.put(incident.id(), incident);
  }

  /** A tombstone: there is no such incident any more. */
  void remove(IncidentId id) {
    revisions.remove(id);
    recent.remove(id);
  }

  /** Lets go of what ended 24 hours ago. */
  void letGo(Instant now) {
    Instant oldest = now.minus(LISTED);
    recent.values().removeIf(incident -> isOver(incident, oldest));
  }

  /** What the page lists. */
  List<PublicIncident> listed() {
    return recent.values().stream()
        .flatMap(incident -> disclosure.of(incident).stream())
        .sorted(LATEST_FIRST)
        .toList();
  }

  private static boolean isOver(Incident incident, Instant since) {
    Milestones times = incident.milestones();
    return incident.state().isOver()
        && Objects.requireNonNullElse(times.endedAt(), times.changedAt()).isBefore(since);
  }
}

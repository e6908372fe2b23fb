package io.tocsin.statuspage.core;

import io.tocsin.contracts.events.Incident;
import io.tocsin.contracts.events.IncidentId;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The fold of {@code incidents}. What is published never goes backwards: a revision that is not
 * newer than the one known changes nothing, so a record may come twice. What the public may know of
 * an incident is asked anew when it or a policy changes. Not safe for threads.
 */
final class StatusBoard {
  private static final Comparator<PublicIncident> LATEST_FIRST =
      Comparator.comparing(PublicIncident::startedAt)
          .reversed()
          .thenComparing(incident -> incident.incident().toString());

  private final Disclosure disclosure;
  private final History history;
  private final Map<IncidentId, Entry> known = new HashMap<>();
  private boolean changed;
  private Components listedBy;
  private List<PublicIncident> listed = List.of();

  private record Entry(long revision, Seen seen) {}

  StatusBoard(Disclosure disclosure, History history) {
    this.disclosure = disclosure;
    this.history = history;
    this.listedBy = disclosure.components();
  }

  /** Takes an incident as it is by now, unless a newer revision is known. */
  void apply(Incident incident) {
    Seen seen = Seen.of(incident);
    if (!seen.production()) {
      return;
    }
    Entry before = known.get(seen.id());
    if (before != null && incident.revision() <= before.revision()) {
      return;
    }
    known.put(seen.id(), new Entry(incident.revision(), seen));
    changed |= before == null || !before.seen().equals(seen);
  }

  /** A tombstone: there is no such incident any more. */
  void remove(IncidentId id) {
    changed |= known.remove(id) != null;
  }

  /** Lets go of what the history no longer holds. */
  void letGo(Instant now) {
    Instant oldest = now.minus(history.keptFor());
    changed |=
        known
            .values()
            .removeIf(entry -> entry.seen().end().filter(end -> end.isBefore(oldest)).isPresent());
    if (known.size() > history.keptAtMost()) {
      letGoOfTooMany(true);
      letGoOfTooMany(false);
    }
  }

  private void letGoOfTooMany(boolean shown) {
    List<IncidentId> tooMany =
        known.values().stream()
            .map(Entry::seen)
            .filter(seen -> seen.over() != null)
            .filter(seen -> disclosure.of(seen).isPresent() == shown)
            .sorted(Comparator.comparing((Seen seen) -> seen.end().orElseThrow()).reversed())
            .skip(history.keptAtMost())
            .map(Seen::id)
            .toList();
    tooMany.forEach(this::remove);
  }

  /** What is published, latest start first. */
  List<PublicIncident> listed() {
    Components current = disclosure.components();
    if (changed || listedBy != current) {
      listed =
          known.values().stream()
              .map(entry -> disclosure.of(entry.seen()))
              .flatMap(Optional::stream)
              .sorted(LATEST_FIRST)
              .toList();
      listedBy = current;
      changed = false;
    }
    return listed;
  }
}

package io.tocsin.statuspage.core;

import io.tocsin.contracts.events.IncidentId;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.TreeSet;

/** Incidents that are over, the one that ended first at the front. Not safe for threads. */
final class Past {
  private final TreeSet<Ended> ended =
      new TreeSet<>(
          Comparator.comparing(Ended::at).thenComparing(incident -> incident.id().toString()));

  private record Ended(Instant at, IncidentId id) {}

  void add(Seen incident) {
    incident.end().ifPresent(end -> ended.add(new Ended(end, incident.id())));
  }

  void remove(Seen incident) {
    incident.end().ifPresent(end -> ended.remove(new Ended(end, incident.id())));
  }

  void clear() {
    ended.clear();
  }

  /** The first, if it ended before {@code oldest} or there are more than {@code most}. */
  Optional<IncidentId> tooMuch(Instant oldest, int most) {
    return ended.isEmpty() || ended.size() <= most && !ended.first().at().isBefore(oldest)
        ? Optional.empty()
        : Optional.of(ended.first().id());
  }
}

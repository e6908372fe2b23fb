package io.tocsin.escalationengine.edge.view;

import io.tocsin.contracts.events.Incident;
import io.tocsin.contracts.events.IncidentEvent;
import io.tocsin.contracts.events.IncidentId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Predicate;

/** Every incident as the engine committed it last, in memory. */
public final class IncidentView {
  private final Map<IncidentId, Incident> incidents = new ConcurrentHashMap<>();
  private final NavigableSet<Place> newestFirst = new ConcurrentSkipListSet<>();
  private final CommandAnswers answers = new CommandAnswers(this::revision);
  private volatile boolean caughtUp;

  /** The incident as it is now. */
  public Optional<Incident> incident(IncidentId id) {
    return Optional.ofNullable(incidents.get(id));
  }

  /** Those that {@code wanted} takes, the last opened first, at most {@code limit}. */
  public List<Incident> newest(Predicate<Incident> wanted, int limit) {
    return newestFirst.stream()
        .map(place -> incidents.get(place.id()))
        .filter(Objects::nonNull)
        .filter(wanted)
        .limit(limit)
        .toList();
  }

  public CommandAnswers answers() {
    return answers;
  }

  /** Whether everything that was there at start has been read. */
  public boolean caughtUp() {
    return caughtUp;
  }

  public int size() {
    return incidents.size();
  }

  /** Takes the incident as it is now; one older than what is known changes nothing. */
  void take(Incident incident) {
    Incident known = incidents.get(incident.id());
    if (known != null && known.revision() > incident.revision()) {
      return;
    }
    Place place = Place.of(incident);
    if (known != null && !place.equals(Place.of(known))) {
      newestFirst.remove(Place.of(known));
    }
    incidents.put(incident.id(), incident);
    newestFirst.add(place);
    answers.changed(incident);
  }

  /** The incident's state was taken away: a tombstone. */
  void drop(IncidentId id) {
    Incident known = incidents.remove(id);
    if (known != null) {
      newestFirst.remove(Place.of(known));
    }
  }

  void told(IncidentEvent event) {
    answers.told(event);
  }

  void reachedTheEnd() {
    caughtUp = true;
  }

  private long revision(IncidentId id) {
    Incident known = incidents.get(id);
    return known == null ? 0 : known.revision();
  }

  private record Place(Instant openedAt, IncidentId id) implements Comparable<Place> {
    private static final Comparator<Place> ORDER =
        Comparator.comparing(Place::openedAt)
            .reversed()
            .thenComparing(place -> place.id().team())
            .thenComparing(place -> place.id().number(), Comparator.reverseOrder());

    static Place of(Incident incident) {
      return new Place(incident.milestones().openedAt(), incident.id());
    }

    @Override
    public int compareTo(Place other) {
      return ORDER.compare(this, other);
    }
  }
}

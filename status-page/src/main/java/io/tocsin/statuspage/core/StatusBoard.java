package io.tocsin.statuspage.core;

import io.tocsin.contracts.events.Incident;
import io.tocsin.contracts.events.IncidentId;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The fold of {@code incidents}. What is published never goes backwards: a revision that is not
 * newer than the one known changes nothing, so a record may come twice. What the public may know of
 * an incident is asked anew when it or a policy changes, and only then: a thousand incidents that
 * nobody sees cost the page nothing. Not safe for threads.
 */
final class StatusBoard {
  private static final Comparator<PublicIncident> LATEST_FIRST =
      Comparator.comparing(PublicIncident::startedAt)
          .reversed()
          .thenComparing(incident -> incident.incident().toString());

  private final Disclosure disclosure;
  private final History history;
  private final Map<IncidentId, Entry> known = new HashMap<>();
  private final Map<IncidentId, PublicIncident> shown = new HashMap<>();
  private final Past shownPast = new Past();
  private final Past hiddenPast = new Past();
  private Components judgedBy;
  private boolean changed;
  private List<PublicIncident> listed = List.of();

  private record Entry(long revision, Seen seen) {}

  StatusBoard(Disclosure disclosure, History history) {
    this.disclosure = disclosure;
    this.history = history;
    this.judgedBy = disclosure.components();
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
    if (before == null || !before.seen().equals(seen)) {
      if (before != null) {
        forgetEnd(before.seen());
      }
      judge(seen);
    }
  }

  /** A tombstone: there is no such incident any more. */
  void remove(IncidentId id) {
    Entry gone = known.remove(id);
    if (gone != null) {
      forgetEnd(gone.seen());
      changed |= shown.remove(id) != null;
    }
  }

  /** Lets go of what the history no longer holds. */
  void letGo(Instant now) {
    judgeAnew();
    letGo(shownPast, now);
    letGo(hiddenPast, now);
  }

  private void letGo(Past past, Instant now) {
    Instant oldest = now.minus(history.keptFor());
    Optional<IncidentId> first = past.tooMuch(oldest, history.keptAtMost());
    while (first.isPresent()) {
      remove(first.get());
      first = past.tooMuch(oldest, history.keptAtMost());
    }
  }

  /** What is published, latest start first. */
  List<PublicIncident> listed() {
    judgeAnew();
    if (changed) {
      listed = shown.values().stream().sorted(LATEST_FIRST).toList();
      changed = false;
    }
    return listed;
  }

  /** Asks again of all of them, once a policy has changed. */
  private void judgeAnew() {
    Components current = disclosure.components();
    if (current != judgedBy) {
      judgedBy = current;
      shownPast.clear();
      hiddenPast.clear();
      known.values().forEach(entry -> judge(entry.seen()));
    }
  }

  private void judge(Seen seen) {
    PublicIncident now = disclosure.of(seen).orElse(null);
    PublicIncident before = now == null ? shown.remove(seen.id()) : shown.put(seen.id(), now);
    changed |= !Objects.equals(before, now);
    (now == null ? hiddenPast : shownPast).add(seen);
  }

  private void forgetEnd(Seen seen) {
    shownPast.remove(seen);
    hiddenPast.remove(seen);
  }
}

package io.tocsin.escalationengine.core;

import io.tocsin.contracts.events.Actor;
import io.tocsin.contracts.events.Incident;
import io.tocsin.contracts.events.IncidentChange;
import io.tocsin.contracts.events.IncidentEvent;
import io.tocsin.contracts.events.IncidentId;
import io.tocsin.contracts.events.Notification;
import io.tocsin.contracts.events.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One decision while it is being made: each event told is folded in at once, so that the next can
 * build on it, and what people are to be told is gathered.
 */
final class Story {
  private final Instant now;
  private final Actor by;
  private final @Nullable String causedBy;
  private final List<IncidentEvent> events = new ArrayList<>();
  private final List<Notification> notifications = new ArrayList<>();
  private final @Nullable Incident first;
  private @Nullable Incident incident;

  Story(@Nullable Incident incident, Instant now, Actor by, @Nullable String causedBy) {
    this.first = incident;
    this.incident = incident;
    this.now = now;
    this.by = by;
    this.causedBy = causedBy;
  }

  /** Told by Tocsin itself, as by an alert or a deadline. */
  static Story of(@Nullable Incident incident, Instant now) {
    return new Story(incident, now, Actor.TOCSIN, null);
  }

  Instant now() {
    return now;
  }

  Actor by() {
    return by;
  }

  Incident incident() {
    return Objects.requireNonNull(incident, "the story has no incident yet");
  }

  /** Begins with a new incident. */
  void open(IncidentId id, IncidentChange.Opened opened, Reason reason) {
    append(new IncidentEvent(id, 1, now, by, causedBy, reason, opened));
  }

  void tell(IncidentChange change, String name, String text) {
    tell(change, new Reason(name, text));
  }

  void tell(IncidentChange change, Reason reason) {
    Incident before = incident();
    append(
        new IncidentEvent(before.id(), before.revision() + 1, now, by, causedBy, reason, change));
  }

  private void append(IncidentEvent event) {
    Incident before = incident;
    Incident after = Evolution.evolve(before, event);
    events.add(event);
    notifications.addAll(Messages.of(before, event, after));
    incident = after;
  }

  /** What was told so far. */
  List<IncidentEvent> events() {
    return events;
  }

  Decision end() {
    if (first != null && !events.isEmpty()) {
      IncidentEvent last = events.get(events.size() - 1);
      notifications.addAll(Refreshes.of(first, last, incident(), notifications));
    }
    return new Decision(events, incident, notifications, null, null);
  }
}

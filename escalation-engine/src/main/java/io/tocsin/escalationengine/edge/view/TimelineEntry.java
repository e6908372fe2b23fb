package io.tocsin.escalationengine.edge.view;

import io.tocsin.contracts.events.Actor;
import io.tocsin.contracts.events.IncidentChange;
import io.tocsin.contracts.events.IncidentEvent;
import java.time.Instant;

/**
 * One line of an incident's timeline.
 *
 * @param name the stable name of the reason
 * @param text the reason as a person reads it
 */
public record TimelineEntry(
    long sequence, Instant at, Actor by, String name, String text, IncidentChange change) {

  static TimelineEntry of(IncidentEvent event) {
    return new TimelineEntry(
        event.sequence(),
        event.at(),
        event.by(),
        event.reason().name(),
        event.reason().text(),
        event.change());
  }
}

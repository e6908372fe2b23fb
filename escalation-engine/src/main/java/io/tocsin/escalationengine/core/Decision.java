package io.tocsin.escalationengine.core;

import io.tocsin.contracts.events.AlertDisposition;
import io.tocsin.contracts.events.Incident;
import io.tocsin.contracts.events.IncidentEvent;
import io.tocsin.contracts.events.Notification;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a stimulus comes to.
 *
 * @param events in order; empty when nothing changed
 * @param after the incident with these events folded in; null when there is none
 * @param notifications what people are to be told because of them
 * @param disposition what became of the alert; null when the stimulus was none
 * @param alert what the incident knows of the alert afterwards; null when that did not change
 */
public record Decision(
    List<IncidentEvent> events,
    @Nullable Incident after,
    List<Notification> notifications,
    @Nullable AlertDisposition disposition,
    @Nullable AlertMemory alert) {

  public Decision {
    events = List.copyOf(events);
    notifications = List.copyOf(notifications);
  }

  static Decision nothing(@Nullable Incident incident) {
    return new Decision(List.of(), incident, List.of(), null, null);
  }

  Decision with(AlertDisposition disposition, @Nullable AlertMemory alert) {
    return new Decision(events, after, notifications, disposition, alert);
  }
}

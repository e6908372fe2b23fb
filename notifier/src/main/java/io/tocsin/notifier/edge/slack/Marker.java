package io.tocsin.notifier.edge.slack;

import com.slack.api.model.Message;
import io.tocsin.contracts.events.IncidentId;
import io.tocsin.contracts.events.Notification;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The metadata of our messages, by which one that may have been sent is found again before it is
 * sent once more: Slack knows no idempotency key.
 */
final class Marker {
  static final String EVENT_TYPE = "tocsin_incident";
  private static final String INSTALLATION = "installation";
  private static final String INCIDENT = "incident";
  private static final String NOTIFICATION = "notification";
  private static final String PART = "part";
  private static final String FIRST = "first";

  private final String installation;

  /**
   * @param installation tells our messages from another installation's in the same channel
   */
  Marker(String installation) {
    this.installation = installation;
  }

  /** Of the first message of an incident in its channel. */
  Message.Metadata first(Notification notification) {
    return of(notification, FIRST);
  }

  /** Of what is said in its thread. */
  Message.Metadata reply(Notification notification) {
    return of(notification, "reply");
  }

  private Message.Metadata of(Notification notification, String part) {
    Map<String, Object> payload = new LinkedHashMap<>();
    payload.put(INSTALLATION, installation);
    payload.put(INCIDENT, notification.incident().toString());
    payload.put(NOTIFICATION, notification.id().toString());
    payload.put(PART, part);
    return Message.Metadata.builder().eventType(EVENT_TYPE).eventPayload(payload).build();
  }

  /** Whether {@code message} is of a Tocsin, this installation's or another's. */
  static boolean isOurs(Message message) {
    return message.getMetadata() != null
        && EVENT_TYPE.equals(message.getMetadata().getEventType())
        && message.getMetadata().getEventPayload() != null;
  }

  /** Whether {@code message} is the first of {@code incident}. */
  boolean isFirst(Message message, IncidentId incident) {
    return has(message, INCIDENT, incident.toString()) && has(message, PART, FIRST);
  }

  /** Whether {@code message} is what {@code notification} says. */
  boolean isOf(Message message, Notification notification) {
    return has(message, NOTIFICATION, notification.id().toString());
  }

  private boolean has(Message message, String name, String value) {
    return isOurs(message)
        && installation.equals(message.getMetadata().getEventPayload().get(INSTALLATION))
        && value.equals(message.getMetadata().getEventPayload().get(name));
  }
}

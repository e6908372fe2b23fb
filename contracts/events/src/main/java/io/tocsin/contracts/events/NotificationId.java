package io.tocsin.contracts.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Incident id, sequence number of the event that caused it, channel and recipient: {@code
 * RX-142/7/pagerduty/on-call}. A second reminder has another cause, so another id.
 */
public record NotificationId(@JsonValue String value) {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public NotificationId {
    if (value.chars().filter(c -> c == '/').count() < 3) {
      throw new IllegalArgumentException(
          "'" + value + "' is no notification id: expected RX-142/7/pagerduty/on-call");
    }
  }

  /** {@code recipient} is a contact's id, never an address. */
  public static NotificationId of(
      IncidentId incident, long sequence, Channel channel, String recipient) {
    return new NotificationId(
        incident + "/" + sequence + "/" + channel.wireName() + "/" + recipient);
  }

  /** Reads one that comes from outside; refused where any part of it is not what it should be. */
  public static NotificationId parse(String text) {
    NotificationId read = new NotificationId(text);
    return of(read.incident(), read.sequence(), read.channel(), read.recipient());
  }

  /** The incident that it is about. */
  public IncidentId incident() {
    return IncidentId.parse(part(0));
  }

  /** The sequence number of the event that caused it. */
  public long sequence() {
    return Long.parseLong(part(1));
  }

  /** By which channel. */
  public Channel channel() {
    return Channel.parse(part(2));
  }

  /** Who is told: a contact's or an audience's id, in which there may be a stroke. */
  public String recipient() {
    return part(3);
  }

  private String part(int index) {
    return value.split("/", 4)[index];
  }

  @Override
  public String toString() {
    return value;
  }
}

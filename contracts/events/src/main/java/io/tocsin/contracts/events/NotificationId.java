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

  /** The sequence number of the event that caused it. */
  public long sequence() {
    return Long.parseLong(value.split("/", 3)[1]);
  }

  @Override
  public String toString() {
    return value;
  }
}

package io.tocsin.chaos.core;

import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.events.IncidentId;
import io.tocsin.contracts.events.NotificationId;
import java.time.Instant;

/**
 * A message that a provider took and its receiver so has: a text in Slack or on GitHub, a mail, a
 * call, an event at Datadog.
 *
 * @param at when the provider had it whole
 * @param what a message that is there twice is there twice under the same: the notification's id,
 *     where the message bears it, and which part of it
 */
public record Sighting(Instant at, Channel channel, IncidentId incident, String what) {

  /** Without the part of it: what two of them have in common that say the same. */
  public String subject() {
    int part = channel == Channel.SLACK ? what.indexOf(' ') : -1;
    return part < 0 ? what : what.substring(0, part);
  }

  /** Whether it is what {@code id} asked for. A text bears no id. */
  public boolean isOf(NotificationId id) {
    return subject().equals(id.toString());
  }
}

package io.tocsin.notifier.edge.callback;

import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.events.Delivery;
import io.tocsin.contracts.events.DeliveryReceipt;
import io.tocsin.contracts.events.IncidentId;
import io.tocsin.contracts.events.MessageKind;
import io.tocsin.contracts.events.Notification;
import io.tocsin.contracts.events.NotificationId;
import io.tocsin.contracts.events.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A message that a provider took, and its own name for it.
 *
 * @param name the provider's, as {@code deliveries} keeps it
 * @param pages the page numbers that it is about
 */
public record Reference(
    Channel channel,
    String name,
    NotificationId notification,
    IncidentId incident,
    String recipient,
    Notification.Act act,
    MessageKind kind,
    List<Integer> pages) {

  public Reference {
    pages = List.copyOf(pages);
  }

  /** The one that {@code delivery} names, if its provider took it and named it. */
  static Optional<Reference> of(Delivery delivery) {
    String name = delivery.reference();
    if (name == null || delivery.state() != Delivery.State.SENT) {
      return Optional.empty();
    }
    Notification sent = delivery.notification();
    return Optional.of(
        new Reference(
            sent.channel(),
            name,
            sent.id(),
            sent.incident(),
            sent.recipient(),
            sent.act(),
            sent.content().kind(),
            sent.pages()));
  }

  /** What the engine is told when the provider says more of it. */
  public DeliveryReceipt receipt(DeliveryReceipt.Outcome outcome, Reason reason, Instant at) {
    return new DeliveryReceipt(
        notification, incident, channel, recipient, act, pages, outcome, name, reason, at);
  }
}

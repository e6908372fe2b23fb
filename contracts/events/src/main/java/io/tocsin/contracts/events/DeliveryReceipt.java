package io.tocsin.contracts.events;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a notification: what drives the engine to the next method.
 *
 * @param reference the provider's own name for it, if it gave one
 */
public record DeliveryReceipt(
    NotificationId notification,
    IncidentId incident,
    Channel channel,
    String recipient,
    Notification.Act act,
    List<Integer> pages,
    Outcome outcome,
    @Nullable String reference,
    Reason reason,
    Instant at) {

  public DeliveryReceipt {
    pages = pages == null ? List.of() : List.copyOf(pages);
  }

  /** The answer to {@code notification}. */
  public static DeliveryReceipt to(
      Notification notification,
      Outcome outcome,
      @Nullable String reference,
      Reason reason,
      Instant at) {
    return new DeliveryReceipt(
        notification.id(),
        notification.incident(),
        notification.channel(),
        notification.recipient(),
        notification.act(),
        notification.pages(),
        outcome,
        reference,
        reason,
        at);
  }

  /** How it ended. */
  public enum Outcome {
    /** The provider took it. */
    DELIVERED,
    /** The provider says that it came to the person's device: a call rang, a text arrived. */
    ARRIVED,
    /** A person heard it: a key was pressed, an answer came. */
    HEARD,
    /** It will not be sent: refused, given up, or the channel is not installed. */
    FAILED,
    /** It was no longer wanted when its turn came. */
    DROPPED,
    /** The provider may have taken it: the next method follows, and it is withdrawn in the end. */
    UNKNOWN
  }
}

package io.tocsin.notifier.core;

import io.tocsin.contracts.events.Delivery;
import io.tocsin.contracts.events.DeliveryReceipt;
import io.tocsin.contracts.events.Notification;
import io.tocsin.contracts.events.Reason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a notification ended.
 *
 * @param reference the provider's own name for it, if it gave one
 */
public record Outcome(DeliveryReceipt.Outcome result, @Nullable String reference, Reason reason) {

  public static Outcome delivered(@Nullable String reference, Reason reason) {
    return new Outcome(DeliveryReceipt.Outcome.DELIVERED, reference, reason);
  }

  public static Outcome failed(String name, String text) {
    return new Outcome(DeliveryReceipt.Outcome.FAILED, null, new Reason(name, text));
  }

  public static Outcome dropped(Reason reason) {
    return new Outcome(DeliveryReceipt.Outcome.DROPPED, null, reason);
  }

  /**
   * The same for a notification that may have reached its provider before a crash: a failure now
   * says nothing of then, so it is marked as a doubt, which is asked about again as long as what
   * failed now may pass.
   */
  public Outcome afterUnknown() {
    return result == DeliveryReceipt.Outcome.FAILED && !Reasons.leavesDoubt(reason.name())
        ? failed(
            mayPass() ? Reasons.UNRECONCILED : Reasons.NEVER_RECONCILED,
            "it may have been sent before a crash; now: " + reason.text())
        : this;
  }

  public boolean isDelivered() {
    return result == DeliveryReceipt.Outcome.DELIVERED;
  }

  /** What {@code deliveries} keeps of it. */
  public Delivery delivery(Notification notification, Instant at) {
    Delivery.State state =
        switch (result) {
          case DELIVERED, ARRIVED, HEARD -> Delivery.State.SENT;
          case FAILED, UNKNOWN -> Delivery.State.FAILED;
          case DROPPED -> Delivery.State.DROPPED;
        };
    return new Delivery(notification, state, reference, reason, at);
  }

  /** What the engine is told of it. */
  public DeliveryReceipt receipt(Notification notification, Instant at) {
    return DeliveryReceipt.to(
        notification,
        isDelivered() || !Reasons.leavesDoubt(reason.name())
            ? result
            : DeliveryReceipt.Outcome.UNKNOWN,
        reference,
        reason,
        at);
  }

  /** Whether the same call may succeed later without anybody's doing. */
  public boolean mayPass() {
    return result == DeliveryReceipt.Outcome.FAILED && Reasons.isPassing(reason.name());
  }
}

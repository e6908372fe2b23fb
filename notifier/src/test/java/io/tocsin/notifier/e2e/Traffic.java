package io.tocsin.notifier.e2e;

import static org.awaitility.Awaitility.await;

import io.tocsin.contracts.events.Delivery;
import io.tocsin.contracts.events.DeliveryReceipt;
import io.tocsin.contracts.events.Notification;
import io.tocsin.contracts.events.NotificationId;
import io.tocsin.contracts.events.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What the engine would do: notifications in, receipts out. */
final class Traffic {
  private static final Duration SOON = Duration.ofSeconds(20);

  private Traffic() {}

  static void send(Notification notification) {
    Kafka.send(
        Topics.notifications(notification.channel()),
        notification.incident().toString(),
        notification);
  }

  static void enqueue(Notification notification) {
    Kafka.enqueue(
        Topics.notifications(notification.channel()),
        notification.incident().toString(),
        notification);
  }

  static DeliveryReceipt receipt(Notification notification) {
    return await()
        .atMost(SOON)
        .until(() -> find(notification.id()), Optional::isPresent)
        .orElseThrow();
  }

  private static Optional<DeliveryReceipt> find(NotificationId id) {
    return Kafka.read(Topics.DELIVERY_RECEIPTS).stream()
        .filter(receipt -> receipt.notification().equals(id))
        .findFirst();
  }

  static List<Delivery.State> states(Notification notification) {
    return Kafka.read(Topics.DELIVERIES).stream()
        .filter(delivery -> delivery.notification().id().equals(notification.id()))
        .map(Delivery::state)
        .toList();
  }
}

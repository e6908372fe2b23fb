package io.tocsin.notifier.edge.kafka;

import io.tocsin.contracts.events.Delivery;
import io.tocsin.contracts.events.Notification;
import io.tocsin.contracts.events.NotificationId;
import io.tocsin.contracts.events.Reason;
import io.tocsin.notifier.core.DeliveryBook;
import io.tocsin.notifier.core.Outcome;
import io.tocsin.notifier.core.Reasons;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * One transaction per batch: every new notification is reserved in {@code deliveries} together with
 * the offsets, and only then sent. Where the channel is not installed it is answered at once.
 */
final class Intake implements BatchMessageListener<String, byte[]> {

  private final KafkaOperations<String, byte[]> operations;
  private final DeliveryBook book;
  private final InstantSource clock;
  private final @Nullable Desk desk;
  private final Runnable admitted;

  /**
   * @param desk where they are sent from; null when the channels are not installed
   * @param admitted told after each batch that was submitted
   */
  Intake(
      KafkaOperations<String, byte[]> operations,
      DeliveryBook book,
      InstantSource clock,
      @Nullable Desk desk,
      Runnable admitted) {
    this.operations = operations;
    this.book = book;
    this.clock = clock;
    this.desk = desk;
    this.admitted = admitted;
  }

  @Override
  public void onMessage(List<ConsumerRecord<String, byte[]>> batch) {
    List<Entry> entries = new ArrayList<>();
    Set<NotificationId> inBatch = new HashSet<>();
    Instant now = clock.instant();
    for (ConsumerRecord<String, byte[]> from : batch) {
      Incoming incoming = Incoming.read(from);
      incoming
          .notification()
          .ifPresentOrElse(
              notification -> {
                if (!book.knows(from.partition(), notification.id())
                    && inBatch.add(notification.id())) {
                  entries.add(enter(from.partition(), notification, now));
                }
              },
              () -> Outgoing.rejected(operations, incoming.key(), incoming.rejected(now)));
    }
    afterCommit(() -> admit(entries));
  }

  private Entry enter(int partition, Notification notification, Instant now) {
    Entry entry =
        new Entry(
            partition, desk == null ? refused(notification, now) : reserved(notification, now));
    Outgoing.delivery(operations, entry.delivery());
    return entry;
  }

  private static Delivery reserved(Notification notification, Instant now) {
    return new Delivery(
        notification,
        Delivery.State.RESERVED,
        null,
        new Reason(Reasons.RESERVED, "it is about to be sent"),
        now);
  }

  private Delivery refused(Notification notification, Instant now) {
    Outcome outcome =
        Outcome.failed(
            Reasons.NOT_INSTALLED,
            "the %s channel is not installed".formatted(notification.channel().wireName()));
    Outgoing.receipt(operations, outcome.receipt(notification, now));
    return outcome.delivery(notification, now);
  }

  private void admit(List<Entry> entries) {
    for (Entry entry : entries) {
      book.write(entry.partition(), entry.delivery());
    }
    if (desk != null) {
      entries.forEach(
          entry -> desk.submit(entry.partition(), entry.delivery().notification(), false));
    }
    admitted.run();
  }

  private static void afterCommit(Runnable then) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            then.run();
          }
        });
  }

  private record Entry(int partition, Delivery delivery) {}
}

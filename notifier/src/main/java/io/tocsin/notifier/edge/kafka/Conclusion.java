package io.tocsin.notifier.edge.kafka;

import io.tocsin.contracts.events.Canary;
import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.events.Delivery;
import io.tocsin.contracts.events.DeliveryReceipt;
import io.tocsin.contracts.events.Notification;
import io.tocsin.notifier.core.DeliveryBook;
import io.tocsin.notifier.core.Outcome;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is kept, told and counted of a notification that has ended. */
final class Conclusion {
  private static final Logger log = LoggerFactory.getLogger(Conclusion.class);

  private final DeliveryBook book;
  private final Sending sending;

  Conclusion(DeliveryBook book, Sending sending) {
    this.book = book;
    this.sending = sending;
  }

  /**
   * @param whenCommitted runs when Kafka has it
   */
  void of(Errand errand, Outcome outcome, Runnable whenCommitted) {
    Notification notification = errand.notification();
    Delivery delivery = outcome.delivery(notification, sending.clock().instant());
    DeliveryReceipt receipt = outcome.receipt(notification, delivery.at());
    book.write(errand.partition(), delivery);
    // the next of the same incident looks it up before Kafka has told us
    sending.references().enter(delivery);
    sending.results().add(new Result(delivery, receipt, () -> committed(errand, whenCommitted)));
    count(notification, outcome);
    if (outcome.isDelivered() && notification.channel() == Channel.PROBE) {
      log.debug("{} came through", notification.id());
    } else if (outcome.isDelivered()) {
      log.info("{} {}: {}", notification.act(), notification.id(), outcome.reason().name());
    } else {
      log.warn(
          "{} {} {}: {}",
          notification.act(),
          notification.id(),
          outcome.result(),
          outcome.reason().text());
    }
  }

  /** Of a canary nothing is kept, there or here: it has no incident whose end would clear it. */
  private void committed(Errand errand, Runnable next) {
    next.run();
    if (Canary.of(errand.notification().incident()).isPresent()) {
      book.erase(errand.partition(), errand.id());
    }
  }

  private void count(Notification notification, Outcome outcome) {
    sending
        .meters()
        .counter(
            "tocsin.notifier.deliveries",
            "channel",
            notification.channel().wireName(),
            "outcome",
            outcome.result().name().toLowerCase(Locale.ROOT))
        .increment();
  }
}

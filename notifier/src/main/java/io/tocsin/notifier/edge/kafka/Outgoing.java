package io.tocsin.notifier.edge.kafka;

import io.tocsin.contracts.events.CloudEvent;
import io.tocsin.contracts.events.Delivery;
import io.tocsin.contracts.events.DeliveryReceipt;
import io.tocsin.contracts.events.JsonSerde;
import io.tocsin.contracts.events.Rejected;
import io.tocsin.contracts.events.Topic;
import io.tocsin.contracts.events.Topics;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaOperations;

/** Records inside a transaction. */
final class Outgoing {
  private static final Logger log = LoggerFactory.getLogger(Outgoing.class);

  private static final JsonSerde<Delivery> DELIVERY = Topics.DELIVERIES.serde();
  private static final JsonSerde<DeliveryReceipt> RECEIPT = Topics.DELIVERY_RECEIPTS.serde();
  private static final JsonSerde<Rejected> REJECTED = Topics.DEAD_LETTERS.serde();

  private Outgoing() {}

  /** The notifier's own word on one notification. */
  static void delivery(KafkaOperations<String, byte[]> operations, Delivery delivery) {
    String id = delivery.notification().id().toString();
    send(
        operations,
        Topics.DELIVERIES,
        id,
        DELIVERY.bytes(delivery),
        event("delivery", id + "/" + delivery.state(), delivery.at()));
  }

  /** Nothing is to be kept of it. */
  static void forgotten(KafkaOperations<String, byte[]> operations, Delivery delivery) {
    String id = delivery.notification().id().toString();
    send(
        operations,
        Topics.DELIVERIES,
        id,
        null,
        event("delivery", id + "/forgotten", delivery.at()));
  }

  /** What the engine is told of it. */
  static void receipt(KafkaOperations<String, byte[]> operations, DeliveryReceipt receipt) {
    send(
        operations,
        Topics.DELIVERY_RECEIPTS,
        receipt.incident().toString(),
        RECEIPT.bytes(receipt),
        event("delivery-receipt", receipt.notification() + "/" + receipt.outcome(), receipt.at()));
  }

  /** A record that could not be read. */
  static void rejected(KafkaOperations<String, byte[]> operations, String key, Rejected rejected) {
    send(
        operations,
        Topics.DEAD_LETTERS,
        key,
        REJECTED.bytes(rejected),
        event("rejected", rejected.where() + "/" + key, rejected.at()));
  }

  private static CloudEvent event(String kind, String id, Instant at) {
    return new CloudEvent(kind, "/notifier", id, at);
  }

  /** A record that fails makes the commit fail: here it is only named. */
  private static void send(
      KafkaOperations<String, byte[]> operations,
      Topic<?> topic,
      String key,
      byte @Nullable [] value,
      CloudEvent event) {
    ProducerRecord<String, byte[]> message =
        new ProducerRecord<>(topic.name(), null, event.time().toEpochMilli(), key, value);
    event.onto(message.headers());
    CompletableFuture<?> sent = operations.send(message);
    sent.exceptionally(
        e -> {
          log.debug("a record for {} was not written; its transaction fails", topic, e);
          return null;
        });
  }
}

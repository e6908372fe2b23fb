package io.tocsin.notifier.edge.kafka;

import io.tocsin.contracts.events.Topic;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaOperations;

/** Records inside a transaction. */
final class Outgoing {
  private static final Logger log = LoggerFactory.getLogger(Outgoing.class);

  private Outgoing() {}

  /** A record that fails makes the commit fail: here it is only named. */
  static void send(
      KafkaOperations<String, byte[]> operations, Topic<?> topic, String key, byte[] value) {
    CompletableFuture<?> sent = operations.send(topic.name(), key, value);
    sent.exceptionally(
        e -> {
          log.debug("a record for {} was not written; its transaction fails", topic, e);
          return null;
        });
  }
}

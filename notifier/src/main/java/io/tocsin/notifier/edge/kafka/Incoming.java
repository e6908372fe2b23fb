package io.tocsin.notifier.edge.kafka;

import io.tocsin.contracts.events.JsonSerde;
import io.tocsin.contracts.events.Notification;
import io.tocsin.contracts.events.Reason;
import io.tocsin.contracts.events.Rejected;
import io.tocsin.contracts.events.Topics;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A record of a notification topic, understood or rejected. */
record Incoming(ConsumerRecord<String, byte[]> from, Optional<Notification> notification) {
  private static final Logger log = LoggerFactory.getLogger(Incoming.class);
  private static final JsonSerde<Notification> SERDE = new JsonSerde<>(Notification.class);

  static Incoming read(ConsumerRecord<String, byte[]> from) {
    try {
      return new Incoming(from, Optional.of(checked(SERDE.value(from.value()))));
    } catch (RuntimeException e) {
      log.error(
          "a record of {} (partition {}, offset {}) is no notification and goes to {}: {}",
          from.topic(),
          from.partition(),
          from.offset(),
          Topics.DEAD_LETTERS,
          e.getMessage());
      return new Incoming(from, Optional.empty());
    }
  }

  @SuppressWarnings("NullAway") // what was read may lack what the record promises
  private static Notification checked(Notification read) {
    Objects.requireNonNull(read.id(), "id");
    Objects.requireNonNull(read.incident(), "incident");
    Objects.requireNonNull(read.channel(), "channel");
    Objects.requireNonNull(read.recipient(), "recipient");
    Objects.requireNonNull(read.act(), "act");
    Objects.requireNonNull(read.reason(), "reason");
    Objects.requireNonNull(read.requestedAt(), "requestedAt");
    Notification.Content content = Objects.requireNonNull(read.content(), "content");
    Objects.requireNonNull(content.severity(), "severity");
    Objects.requireNonNull(content.title(), "title");
    Objects.requireNonNull(content.service(), "service");
    Objects.requireNonNull(content.environment(), "environment");
    Objects.requireNonNull(content.startedAt(), "startedAt");
    if (read.act() == Notification.Act.PAGE && read.pages().size() != 1) {
      throw new IllegalArgumentException("a page must name its number, found " + read.pages());
    }
    return read;
  }

  Rejected rejected(Instant now) {
    byte[] body = from.value() == null ? new byte[0] : from.value();
    return Rejected.of(
        from.topic(),
        new Reason("unreadable", "it could not be read as a notification"),
        body,
        now);
  }

  /** As it came; the topic's name where it had no key. */
  String key() {
    return from.key() == null ? from.topic() : from.key();
  }
}

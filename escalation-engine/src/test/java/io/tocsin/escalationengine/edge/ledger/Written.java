package io.tocsin.escalationengine.edge.ledger;

import io.tocsin.contracts.events.AlertDisposition;
import io.tocsin.contracts.events.AlertDisposition.Outcome;
import io.tocsin.contracts.events.AlertId;
import io.tocsin.contracts.events.AlertKey;
import io.tocsin.contracts.events.Reason;
import io.tocsin.contracts.events.Rejected;
import io.tocsin.contracts.events.TeamCode;
import io.tocsin.contracts.events.Topic;
import io.tocsin.contracts.events.Topics;
import io.tocsin.escalationengine.edge.view.RealBroker;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.internals.RecordHeader;

/** What ingest, engine and classifier write, on the real broker. */
final class Written {
  private static final KafkaProducer<String, byte[]> PRODUCER =
      new KafkaProducer<>(RealBroker.kafka().producer());

  private Written() {}

  static void accept(String id, Instant at) {
    String value = "{\"id\":\"%s\",\"receivedAt\":\"%s\"}".formatted(id, at);
    send(Topics.ALERTS, "datadog-rx:" + id, value.getBytes(StandardCharsets.UTF_8), at);
  }

  static void dispose(String id, Outcome outcome, Instant at) {
    AlertDisposition disposition =
        new AlertDisposition(
            new AlertId(id),
            new AlertKey("datadog-rx:" + id),
            new TeamCode("RX"),
            outcome,
            null,
            new Reason("test", "a test says so"),
            at);
    send(
        Topics.ALERT_DISPOSITIONS,
        "RX-" + id,
        Topics.ALERT_DISPOSITIONS.serde().bytes(disposition),
        at);
  }

  static void deadLetter(Topic<?> from, String place, byte[] body, Instant at) {
    ProducerRecord<String, byte[]> letter =
        new ProducerRecord<>(
            Topics.DEAD_LETTERS.name(),
            null,
            at.toEpochMilli(),
            "key",
            Topics.DEAD_LETTERS.serde().bytes(rejected(from.name(), body, at)),
            List.of(new RecordHeader("ce_id", place.getBytes(StandardCharsets.UTF_8))));
    sent(letter);
  }

  static Rejected rejected(String where, byte[] body, Instant at) {
    return Rejected.of(where, new Reason("unreadable", "a test says so"), body, at);
  }

  static RecordMetadata send(Topic<?> topic, String key, byte[] value, Instant at) {
    return sent(new ProducerRecord<>(topic.name(), null, at.toEpochMilli(), key, value));
  }

  private static RecordMetadata sent(ProducerRecord<String, byte[]> record) {
    try {
      return PRODUCER.send(record).get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }
}

package io.tocsin.alertingest.edge.kafka;

import io.tocsin.contracts.events.CloudEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.producer.ProducerRecord;

/** A record to be: what it says of itself, and the trace it belongs to. */
record Message(CloudEvent event, TraceParent trace) {

  static Message of(String kind, String integration, String id, Instant time, TraceParent trace) {
    return new Message(new CloudEvent(kind, "/alert-ingest/" + integration, id, time), trace);
  }

  /** The record; its timestamp is {@code now}, never the wall clock's. */
  ProducerRecord<String, byte[]> on(String topic, String key, byte[] value, Instant now) {
    ProducerRecord<String, byte[]> message =
        new ProducerRecord<>(topic, null, now.toEpochMilli(), key, value);
    event
        .onto(message.headers())
        .add(CloudEvent.TRACE, trace.value().getBytes(StandardCharsets.UTF_8));
    return message;
  }
}

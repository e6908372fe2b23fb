package io.tocsin.alertingest.edge.kafka;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;

/** The CloudEvents 1.0 headers of a record in Kafka's binary mode, and its trace. */
record CloudEvent(String id, String type, String integration, Instant time, TraceParent trace) {
  static final String ALERT = "io.tocsin.alert.v1";
  static final String REJECTED = "io.tocsin.rejected.v1";

  private static final byte[] VERSION = bytes("1.0");
  private static final byte[] JSON = bytes("application/json");

  /** The record with headers; its timestamp is the event's, never the wall clock's. */
  ProducerRecord<String, byte[]> on(String topic, String key, byte[] value, Instant now) {
    ProducerRecord<String, byte[]> message =
        new ProducerRecord<>(topic, null, now.toEpochMilli(), key, value);
    Headers headers = message.headers();
    headers.add("ce_specversion", VERSION);
    headers.add("ce_id", bytes(id));
    headers.add("ce_type", bytes(type));
    headers.add("ce_source", bytes("/alert-ingest/" + integration));
    headers.add("ce_time", bytes(time.toString()));
    headers.add("content-type", JSON);
    headers.add("traceparent", bytes(trace.value()));
    return message;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

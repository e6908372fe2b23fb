package io.tocsin.severityclassifier.edge.kafka;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** The CloudEvents headers of what we send; others ({@code traceparent}) are passed on. */
final class CloudEventHeaders {
  private static final String SOURCE = "/severity-classifier";

  private CloudEventHeaders() {}

  /** The headers of {@code received}, with the event's own in place of the received event's. */
  static Headers of(Headers received, String id, String type, Instant time) {
    Headers headers = new RecordHeaders(received);
    put(headers, "ce_specversion", "1.0");
    put(headers, "ce_id", id);
    put(headers, "ce_source", SOURCE);
    put(headers, "ce_type", type);
    put(headers, "ce_time", time.toString());
    put(headers, "content-type", "application/json");
    return headers;
  }

  private static void put(Headers headers, String name, String value) {
    headers.remove(name);
    headers.add(name, value.getBytes(StandardCharsets.UTF_8));
  }
}

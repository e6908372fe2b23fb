package io.tocsin.contracts.events;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.common.header.Headers;

/**
 * The headers that make a record a CloudEvent 1.0 in Kafka's binary mode.
 *
 * @param kind what it is ({@code incident-event}); the type is {@code io.tocsin.<kind>.v1}
 * @param source who says it ({@code /escalation-engine})
 * @param id unique within kind and source
 */
public record CloudEvent(String kind, String source, String id, Instant time) {

  /** The header that carries a trace from record to record. */
  public static final String TRACE = "traceparent";

  /** Puts the event's headers in the place of any other event's; a trace stays. */
  public Headers onto(Headers headers) {
    put(headers, "ce_specversion", "1.0");
    put(headers, "ce_type", "io.tocsin." + kind + ".v1");
    put(headers, "ce_source", source);
    put(headers, "ce_id", id);
    put(headers, "ce_time", time.toString());
    put(headers, "content-type", "application/json");
    return headers;
  }

  private static void put(Headers headers, String name, String value) {
    headers.remove(name);
    headers.add(name, value.getBytes(StandardCharsets.UTF_8));
  }
}

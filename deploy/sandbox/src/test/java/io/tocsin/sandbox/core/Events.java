package io.tocsin.sandbox.core;

import java.util.HashMap;
import java.util.Map;

/** Events for tests, as parsed JSON. */
final class Events {

  static final String KEY = "0123456789abcdef0123456789abRX01";
  static final String OTHER_KEY = "0123456789abcdef0123456789abHP01";

  private Events() {}

  static Map<String, Object> trigger(String dedupKey) {
    Map<String, Object> payload = new HashMap<>();
    payload.put("summary", "prescription-api: error rate 31 %");
    payload.put("source", "prescription-api");
    payload.put("severity", "critical");
    Map<String, Object> event = of("trigger", dedupKey);
    event.put("payload", payload);
    return event;
  }

  static Map<String, Object> acknowledge(String dedupKey) {
    return of("acknowledge", dedupKey);
  }

  static Map<String, Object> resolve(String dedupKey) {
    return of("resolve", dedupKey);
  }

  static Map<String, Object> with(Map<String, Object> event, String name, Object value) {
    event.put(name, value);
    return event;
  }

  static Map<String, Object> withPayload(Map<String, Object> event, String name, Object value) {
    @SuppressWarnings("unchecked")
    Map<String, Object> payload = (Map<String, Object>) event.get("payload");
    payload.put(name, value);
    return event;
  }

  private static Map<String, Object> of(String action, String dedupKey) {
    Map<String, Object> event = new HashMap<>();
    event.put("routing_key", KEY);
    event.put("event_action", action);
    event.put("dedup_key", dedupKey);
    return event;
  }
}

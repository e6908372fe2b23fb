package io.tocsin.sandbox.core;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a provider answers.
 *
 * @param body the JSON object to send
 * @param takenAs the dedup key under which PagerDuty took the event; null where it took none
 */
public record Answer(int status, Map<String, Object> body, @Nullable String takenAs) {

  static Answer of(int status) {
    return new Answer(status, Map.of(), null);
  }

  /** The same answer with one more field, behind those it has. */
  Answer with(String name, Object value) {
    Map<String, Object> extended = new LinkedHashMap<>(body);
    extended.put(name, value);
    return new Answer(status, extended, takenAs);
  }

  /** The same answer to an event that was taken under this dedup key. */
  Answer takenAs(String dedupKey) {
    return new Answer(status, body, dedupKey);
  }
}

package io.tocsin.sandbox.core;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a provider answers.
 *
 * @param body the JSON object to send
 * @param takenAs the provider's name for what it took; null where it took nothing
 * @param list sent in the object's place where there is one
 * @param webhook what the provider then tells of it by itself; null where it tells nothing
 */
public record Answer(
    int status,
    Map<String, Object> body,
    @Nullable String takenAs,
    @Nullable List<?> list,
    @Nullable OutgoingCallback webhook) {

  public Answer(int status, Map<String, Object> body, @Nullable String takenAs) {
    this(status, body, takenAs, null, null);
  }

  static Answer of(int status) {
    return of(status, Map.of());
  }

  static Answer of(int status, Map<String, Object> body) {
    return new Answer(status, body, null);
  }

  static Answer list(List<?> list) {
    return new Answer(200, Map.of(), null, list, null);
  }

  /** What is sent. */
  public Object json() {
    return list == null ? body : list;
  }

  /** The same answer with one more field, behind those it has. */
  Answer with(String name, Object value) {
    Map<String, Object> extended = new LinkedHashMap<>(body);
    extended.put(name, value);
    return new Answer(status, extended, takenAs, list, webhook);
  }

  /** The same answer to what was taken under this name. */
  Answer takenAs(String name) {
    return new Answer(status, body, name, list, webhook);
  }

  /** The same answer to what the provider then tells of. */
  Answer told(OutgoingCallback of) {
    return new Answer(status, body, takenAs, list, of);
  }
}

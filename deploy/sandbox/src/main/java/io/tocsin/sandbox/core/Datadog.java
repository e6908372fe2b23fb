package io.tocsin.sandbox.core;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Datadog's API as far as word is sent back to it: {@code /api/v1/validate} and events. */
public final class Datadog {
  /** Where events are posted. */
  public static final String EVENTS = Provider.DATADOG.path() + "/api/v1/events";

  private static final String VALIDATE = Provider.DATADOG.path() + "/api/v1/validate";
  private static final int LONGEST_KEY = 100;
  private static final List<String> REQUIRED = List.of("title", "text");

  private Datadog() {}

  /**
   * Answers a request, and takes it if the answer says so.
   *
   * @param json the body, or empty where it is not a JSON object
   * @param proven whether it brought a key
   * @param id the number of the event that it may open
   */
  public static Answer answer(
      String method, String path, Optional<Map<String, Object>> json, boolean proven, long id) {
    if (!proven) {
      return wrong(403, "Forbidden");
    }
    if (method.equals("GET") && path.equals(VALIDATE)) {
      return Answer.of(200).with("valid", true);
    }
    if (!method.equals("POST") || !path.equals(EVENTS)) {
      return wrong(404, "Not found");
    }
    return json.map(event -> post(event, id)).orElseGet(() -> wrong(400, "Invalid JSON"));
  }

  private static Answer post(Map<String, Object> event, long id) {
    for (String name : REQUIRED) {
      if (!(event.get(name) instanceof String said) || said.isBlank()) {
        return wrong(400, "'" + name + "' is required");
      }
    }
    if (event.get("aggregation_key") instanceof String key && key.length() > LONGEST_KEY) {
      return wrong(400, "aggregation_key is limited to 100 characters");
    }
    return Answer.of(202)
        .with("status", "ok")
        .with("event", Map.of("id", id, "id_str", Long.toString(id)))
        .takenAs(Long.toString(id));
  }

  private static Answer wrong(int status, String what) {
    return Answer.of(status).with("errors", List.of(what));
  }
}

package io.tocsin.sandbox.core;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** PagerDuty's v3 webhooks of what people, and programs, do to an incident. */
public final class PagerDutyWebhooks {
  private static final String PATH = "/callbacks/pagerduty";
  private static final int ID = 13;
  private static final Map<String, Object> INTEGRATION =
      Map.of(
          "id",
          id("events-api-v2"),
          "type",
          "events_api_v2_inbound_integration_reference",
          "summary",
          "Events API V2");

  private PagerDutyWebhooks() {}

  /**
   * {@code incident.acknowledged} and its like.
   *
   * @param type of the event, without {@code incident.}
   * @param person who did it, by name
   * @param assignee to whom it is assigned then, by name
   */
  public static OutgoingCallback changed(
      String type, PagerDutyAlert alert, String person, String assignee, Happening event) {
    return callback(type, user(person), incident(alert, List.of(user(assignee))), event);
  }

  /** What an event of the Events API made of the incident: no person did it. */
  static OutgoingCallback sent(PagerDutyAlert alert, Happening event) {
    return callback(status(alert), INTEGRATION, incident(alert, List.of()), event);
  }

  private static Map<String, Object> incident(PagerDutyAlert alert, List<Object> assignees) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("id", id(alert.key().dedupKey()));
    data.put("type", "incident");
    data.put("incident_key", alert.key().dedupKey());
    data.put("status", status(alert));
    data.put("title", alert.payload().summary());
    data.put("created_at", alert.times().triggered().toString());
    data.put("assignees", assignees);
    return data;
  }

  private static String status(PagerDutyAlert alert) {
    return alert.status().name().toLowerCase(Locale.ROOT);
  }

  /** {@code incident.annotated}: a note, which names the incident by PagerDuty's id alone. */
  public static OutgoingCallback annotated(
      PagerDutyAlert alert, String person, String content, Happening event) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("id", id(event.id()));
    data.put("type", "incident_note");
    data.put("incident", Map.of("id", id(alert.key().dedupKey()), "type", "incident_reference"));
    data.put("content", content);
    data.put("trimmed", false);
    return callback("annotated", user(person), data, event);
  }

  private static OutgoingCallback callback(
      String type, Map<String, Object> agent, Map<String, Object> data, Happening event) {
    Map<String, Object> said = new LinkedHashMap<>();
    said.put("id", event.id());
    said.put("event_type", "incident." + type);
    said.put("resource_type", "incident");
    said.put("occurred_at", event.at().toString());
    said.put("agent", agent);
    said.put("data", data);
    return new OutgoingCallback(
        Provider.PAGERDUTY, PATH, Map.of("X-Webhook-Id", id(event.id())), Map.of("event", said));
  }

  private static Map<String, Object> user(String name) {
    return Map.of("id", id(name), "type", "user_reference", "summary", name);
  }

  /** An id of PagerDuty's form, always the same for one name. */
  private static String id(String name) {
    return "P"
        + UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))
            .toString()
            .replace("-", "")
            .substring(0, ID)
            .toUpperCase(Locale.ROOT);
  }
}

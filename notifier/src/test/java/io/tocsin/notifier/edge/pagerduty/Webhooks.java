package io.tocsin.notifier.edge.pagerduty;

import io.tocsin.contracts.runtime.KafkaSettings;
import io.tocsin.notifier.Fixtures;
import io.tocsin.notifier.edge.callback.Commands;
import io.tocsin.notifier.edge.callback.Decision;
import io.tocsin.notifier.edge.callback.Given;
import io.tocsin.notifier.edge.callback.People;
import java.util.Map;
import java.util.Optional;

/** PagerDuty's v3 webhooks, of its form and our content. */
public final class Webhooks {
  public static final String MINE = "0a1b2c3d-RX-142-1";
  private static final String PERSON =
      "{\"id\":\"PONCALL1\",\"type\":\"user_reference\",\"summary\":\"%s\"}";

  private Webhooks() {}

  /**
   * Whoever takes them, of the installation {@code 0a1b2c3d}; it publishes nothing.
   *
   * @param secrets separated by commas
   */
  static PagerDutyReceiver receiver(String secrets) {
    return new PagerDutyReceiver(
        secrets,
        () -> "0a1b2c3d",
        new People(() -> Fixtures.policies(0), name -> Optional.empty()),
        new Commands(KafkaSettings.of("127.0.0.1:1")));
  }

  static Decision decide(PagerDutyReceiver receiver, String body) {
    return receiver.decide(Given.callback("/callbacks/pagerduty", body, Map.of()));
  }

  /** {@code incident.<type>} by the on-call engineer. */
  public static String of(String type) {
    return of(type, "event-1", MINE, "2026-03-02T10:14:58Z", person("On-call"));
  }

  public static String of(String type, String id, String key, String at, String agent) {
    return of(type, id, key, at, agent, person("Lead"));
  }

  /**
   * @param agent JSON, {@code null} included
   * @param assignee JSON
   */
  public static String of(
      String type, String id, String key, String at, String agent, String assignee) {
    return """
    {"event":{"id":"%s","event_type":"incident.%s","resource_type":"incident",
     "occurred_at":"%s","agent":%s,"client":{"name":"PagerDuty"},
     "data":{"id":"PT4KHLK","type":"incident","number":12,"status":"acknowledged",
      "incident_key":"%s","title":"[P1] prescription-api","assignees":[%s],
      "escalation_policy":{"id":"PUS0KTE","type":"escalation_policy_reference"},
      "teams":[],"priority":null,"urgency":"high","conference_bridge":null,
      "resolve_reason":null}}}
    """
        .formatted(id, type, at, agent, key, assignee);
  }

  /** The same as {@link #of(String)}, of an incident whose key PagerDuty does not say. */
  public static String withoutKey(String type) {
    return of(type).replace("\"incident_key\":\"" + MINE + "\",", "");
  }

  public static String note(String content) {
    return """
    {"event":{"id":"event-note","event_type":"incident.annotated","resource_type":"incident",
     "occurred_at":"2026-03-02T10:14:59Z","agent":%s,
     "data":{"id":"PWL7QXS","type":"incident_note","trimmed":false,"content":"%s",
      "incident":{"id":"PT4KHLK","type":"incident_reference","summary":"[P1]"}}}}
    """
        .formatted(person("On-call"), content);
  }

  public static String person(String name) {
    return PERSON.formatted(name);
  }
}

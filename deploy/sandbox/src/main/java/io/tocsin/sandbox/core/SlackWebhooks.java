package io.tocsin.sandbox.core;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** How Slack tells an app what was done: by its Events API, and what people press and type. */
final class SlackWebhooks {
  static final String TEAM = "T0T0C51N";
  static final String APP = "A0T0C51N";

  private SlackWebhooks() {}

  /**
   * An event of the Events API.
   *
   * @param id of what happened: the same in a repeat
   */
  static OutgoingCallback event(Map<String, Object> event, String id, Instant now) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("type", "event_callback");
    body.put("team_id", TEAM);
    body.put("api_app_id", APP);
    body.put("event", event);
    body.put("event_id", "Ev" + id.replace("-", "").substring(0, 10));
    body.put("event_time", now.getEpochSecond());
    return callback("/callbacks/slack/events", body, now);
  }

  /** {@code message}: the app wrote one. */
  static OutgoingCallback written(SlackMessage message, String id, Instant now) {
    Map<String, Object> event = message.json(false);
    event.put("app_id", APP);
    event.put("channel", message.channel());
    event.put("event_ts", message.ts());
    return event(event, id, now);
  }

  /** {@code message_changed}: the app edited one. */
  static OutgoingCallback edited(SlackMessage message, String ts, String id, Instant now) {
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("type", "message");
    event.put("subtype", "message_changed");
    event.put("hidden", true);
    event.put("message", message.json(false));
    event.put("channel", message.channel());
    event.put("ts", ts);
    event.put("event_ts", ts);
    return event(event, id, now);
  }

  static OutgoingCallback callback(String path, Map<String, Object> payload, Instant now) {
    return new OutgoingCallback(
        Provider.SLACK,
        path,
        Map.of(OutgoingCallback.SLACK_TIMESTAMP, Long.toString(now.getEpochSecond())),
        payload);
  }
}

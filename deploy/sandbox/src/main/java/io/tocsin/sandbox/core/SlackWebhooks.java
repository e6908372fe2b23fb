package io.tocsin.sandbox.core;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** How Slack tells an app what was done: by its Events API, and what people press and type. */
final class SlackWebhooks {
  static final String TEAM = "T0T0C51N";
  static final String APP = "A0T0C51N";

  private SlackWebhooks() {}

  /** An event of the Events API. */
  static OutgoingCallback event(Map<String, Object> event, Happening of) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("type", "event_callback");
    body.put("team_id", TEAM);
    body.put("api_app_id", APP);
    body.put("event", event);
    body.put("event_id", "Ev" + of.id().replace("-", "").substring(0, 10));
    body.put("event_time", of.at().getEpochSecond());
    return callback("/callbacks/slack/events", body, of.at());
  }

  /** {@code message}: the app wrote one. */
  static OutgoingCallback written(SlackMessage message, Happening of) {
    Map<String, Object> event = message.json(false);
    event.put("app_id", APP);
    event.put("channel", message.channel());
    event.put("event_ts", message.ts());
    return event(event, of);
  }

  /** {@code message_changed}: the app edited one. */
  static OutgoingCallback edited(SlackMessage message, String ts, Happening of) {
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("type", "message");
    event.put("subtype", "message_changed");
    event.put("hidden", true);
    event.put("message", message.json(false));
    event.put("channel", message.channel());
    event.put("ts", ts);
    event.put("event_ts", ts);
    return event(event, of);
  }

  static OutgoingCallback callback(String path, Map<String, Object> payload, Instant now) {
    return new OutgoingCallback(
        Provider.SLACK,
        path,
        Map.of(OutgoingCallback.SLACK_TIMESTAMP, Long.toString(now.getEpochSecond())),
        payload);
  }
}

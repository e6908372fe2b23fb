package io.tocsin.sandbox.core;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** PagerDuty's Events API v2: what it answers to an event, and the alerts it then holds. */
public final class PagerDuty {

  /** Where events are sent. */
  public static final String ENQUEUE = Provider.PAGERDUTY.path() + "/v2/enqueue";

  /** The largest event, in bytes: 512 KB. */
  public static final int EVENT_LIMIT = 512 * 1024;

  private final PagerDutyAlerts alerts;
  private final EventsPerMinute limit;

  public PagerDuty(PagerDutyAlerts alerts, EventsPerMinute limit) {
    this.alerts = alerts;
    this.limit = limit;
  }

  /**
   * Answers an event, and takes it if the answer says so.
   *
   * @param json the body, or empty where it is not a JSON object
   * @param id what is new is named by it: the dedup key of a trigger that brings none, and the
   *     webhook that tells of it
   */
  public Answer enqueue(Optional<Map<String, Object>> json, String id, Instant now) {
    return answer(json, id, now, true);
  }

  /** The same answer, and nobody is rung: what PagerDuty says it took is lost there. */
  public Answer forget(Optional<Map<String, Object>> json, String id, Instant now) {
    return answer(json, id, now, false);
  }

  private Answer answer(Optional<Map<String, Object>> json, String id, Instant now, boolean keeps) {
    if (json.isEmpty()) {
      return refused(
          400,
          "Unrecognized object",
          "Event object format is unrecognized",
          List.of("JSON parse error"));
    }
    EventReading reading = EventReading.of(json.get());
    if (reading.event().isEmpty()) {
      return refused(400, "invalid event", "Event object is invalid", reading.errors());
    }
    PagerDutyEvent event = reading.event().get();
    if (!limit.admits(event.routingKey(), now)) {
      return Answer.of(429)
          .with("status", "throttle exceeded")
          .with("message", "Requests for this service are arriving too quickly. Retry later.");
    }
    String dedupKey = event.dedupKey() == null ? id : event.dedupKey();
    if (!keeps) {
      return processed(dedupKey);
    }
    Answer taken = processed(dedupKey).takenAs(dedupKey);
    return alerts
        .take(event, dedupKey, now)
        .map(alert -> PagerDutyWebhooks.sent(alert, new Happening(id, now)))
        .map(taken::told)
        .orElse(taken);
  }

  /** The answer to a body over {@link #EVENT_LIMIT}. */
  public static Answer tooLarge() {
    return refused(
        413,
        "invalid event",
        "Event object is invalid",
        List.of("Event is too large (maximum is 512 KB)"));
  }

  /** Takes an event again that was taken before a restart. */
  public void restore(Map<String, Object> json, String takenAs, Instant at) {
    EventReading.of(json).event().ifPresent(event -> alerts.take(event, takenAs, at));
  }

  /** All alerts, in the order in which they were first opened. */
  public List<PagerDutyAlert> alerts() {
    return alerts.all();
  }

  /**
   * Lets a person do something to the alert of that dedup key that was opened last, and tells what
   * PagerDuty then says of it.
   *
   * @param event the id of its webhook
   */
  public Optional<OutgoingCallback> act(Deed deed, String event, Instant now) {
    return alerts.all().stream()
        .filter(alert -> alert.key().dedupKey().equals(deed.on()))
        .reduce((earlier, later) -> later)
        .map(alert -> alerts.act(alert.key(), deed.kind(), now))
        .map(
            alert -> {
              Happening happened = new Happening(event, now);
              if (deed.kind() == Deed.Kind.NOTE) {
                return PagerDutyWebhooks.annotated(alert, deed.person(), deed.text(), happened);
              }
              String assignee = deed.kind() == Deed.Kind.REASSIGN ? deed.text() : deed.person();
              return PagerDutyWebhooks.changed(
                  deed.kind().event(), alert, deed.person(), assignee, happened);
            });
  }

  /** Forgets all alerts. */
  public void clear() {
    alerts.clear();
  }

  private static Answer processed(String dedupKey) {
    return Answer.of(202)
        .with("status", "success")
        .with("message", "Event processed")
        .with("dedup_key", dedupKey);
  }

  private static Answer refused(int code, String status, String message, List<String> errors) {
    return Answer.of(code).with("status", status).with("message", message).with("errors", errors);
  }
}

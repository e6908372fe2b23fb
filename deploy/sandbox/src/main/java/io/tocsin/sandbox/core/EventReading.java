package io.tocsin.sandbox.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads an event as PagerDuty's Events API v2 does, and says all that is wrong in its words. */
public final class EventReading {

  private final Fields fields;
  private final List<String> errors = new ArrayList<>();
  private @Nullable PagerDutyEvent event;

  private EventReading(Map<String, Object> json) {
    this.fields = new Fields(json);
  }

  /** Reads a parsed JSON object; unknown fields are ignored. */
  public static EventReading of(Map<String, Object> json) {
    EventReading reading = new EventReading(json);
    reading.read();
    return reading;
  }

  /** The event, or empty when there are errors. */
  public Optional<PagerDutyEvent> event() {
    return Optional.ofNullable(event);
  }

  /** PagerDuty's words for each thing that is wrong; empty when the event is valid. */
  public List<String> errors() {
    return List.copyOf(errors);
  }

  private void read() {
    String routingKey = required(fields, "routing_key", "routing_key");
    if (!routingKey.isEmpty() && routingKey.length() != 32) {
      errors.add("Length of 'routing_key' is incorrect (should be 32 characters)");
    }
    EventAction action = action();
    String dedupKey = dedupKey(action);
    PagerDutyPayload payload =
        action == EventAction.TRIGGER
            ? new PayloadReading(fields, errors).payload()
            : PagerDutyPayload.NONE;
    if (action != null && errors.isEmpty()) {
      event = new PagerDutyEvent(routingKey, action, dedupKey, payload);
    }
  }

  private @Nullable EventAction action() {
    String word = required(fields, "event_action", "event_action");
    Optional<EventAction> action = EventAction.named(word);
    if (!word.isEmpty() && action.isEmpty()) {
      errors.add(
          "'event_action' is invalid (must be one of the following:"
              + " 'trigger', 'acknowledge' or 'resolve')");
    }
    return action.orElse(null);
  }

  private @Nullable String dedupKey(@Nullable EventAction action) {
    boolean mayBeAbsent = action == null || action == EventAction.TRIGGER;
    String key =
        mayBeAbsent ? fields.text("dedup_key") : required(fields, "dedup_key", "dedup_key");
    if (key.codePointCount(0, key.length()) > 255) {
      errors.add("'dedup_key' is too long (maximum is 255 characters)");
    }
    return key.isEmpty() ? null : key;
  }

  private String required(Fields from, String name, String shownAs) {
    return from.required(name, shownAs, errors);
  }
}

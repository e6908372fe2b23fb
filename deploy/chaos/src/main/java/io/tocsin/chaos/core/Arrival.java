package io.tocsin.chaos.core;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One event as it reached PagerDuty.
 *
 * @param at when it had arrived whole
 * @param dedupKey {@code <installation>-<incident>-<page>}
 * @param summary of a trigger; null for the others
 * @param details the {@code custom_details} of a trigger (incident, severity, role …); empty for a
 *     bare trigger and for the others
 * @param taken whether the provider took it: false when a fault made it refuse
 * @param body as it came, without the routing key
 */
public record Arrival(
    Instant at,
    Action action,
    String dedupKey,
    @Nullable String summary,
    Map<String, String> details,
    boolean taken,
    String body) {

  public Arrival {
    details = Map.copyOf(details);
  }

  /** PagerDuty's {@code event_action}. */
  public enum Action {
    TRIGGER,
    ACKNOWLEDGE,
    RESOLVE
  }

  /** The page that the key names, whatever installation it is of. */
  public PageKey page() {
    return PageKey.ofDedupKey(dedupKey);
  }
}

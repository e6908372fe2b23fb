package io.tocsin.sandbox.core;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An alert as PagerDuty holds it.
 *
 * @param payload what the trigger that opened it said
 * @param rings how often it has rung: once each time it was opened, never for a repeat
 */
public record PagerDutyAlert(
    Key key, Status status, PagerDutyPayload payload, int rings, Times times) {

  /** What makes two triggers the same alert. */
  public record Key(String routingKey, String dedupKey) {}

  /** Where the alert stands. */
  public enum Status {
    TRIGGERED,
    ACKNOWLEDGED,
    RESOLVED
  }

  /**
   * When what happened to the alert.
   *
   * @param triggered when it was last opened
   * @param acknowledged null while nobody has, since it was last opened
   * @param resolved null while it is open
   * @param lastEvent the last event on its log, a repeated trigger included
   */
  public record Times(
      Instant triggered,
      @Nullable Instant acknowledged,
      @Nullable Instant resolved,
      Instant lastEvent) {}

  static PagerDutyAlert opened(Key key, PagerDutyPayload payload, int rings, Instant now) {
    return new PagerDutyAlert(
        key, Status.TRIGGERED, payload, rings, new Times(now, null, null, now));
  }

  PagerDutyAlert withoutDetails() {
    PagerDutyPayload brief =
        new PagerDutyPayload(
            payload.summary(), payload.source(), payload.severity(), Map.of(), List.of());
    return new PagerDutyAlert(key, status, brief, rings, times);
  }

  boolean isOpen() {
    return status != Status.RESOLVED;
  }

  PagerDutyAlert logged(Instant now) {
    Times since = new Times(times.triggered, times.acknowledged, times.resolved, now);
    return new PagerDutyAlert(key, status, payload, rings, since);
  }

  PagerDutyAlert acknowledged(Instant now) {
    if (status == Status.ACKNOWLEDGED) {
      return logged(now);
    }
    Times since = new Times(times.triggered, now, null, now);
    return new PagerDutyAlert(key, Status.ACKNOWLEDGED, payload, rings, since);
  }

  /** It rings again. */
  PagerDutyAlert unacknowledged(Instant now) {
    Times since = new Times(times.triggered, null, null, now);
    return new PagerDutyAlert(key, Status.TRIGGERED, payload, rings + 1, since);
  }

  PagerDutyAlert resolved(Instant now) {
    Times since = new Times(times.triggered, times.acknowledged, now, now);
    return new PagerDutyAlert(key, Status.RESOLVED, payload, rings, since);
  }
}

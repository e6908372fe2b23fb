package io.tocsin.escalationengine.core;

import io.tocsin.contracts.events.AlertId;
import io.tocsin.contracts.events.IncidentChange;
import io.tocsin.contracts.events.Severity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an incident knows of one of its alerts: folded from the incident's events by incident id and
 * alert key. Only the count runs ahead of the events, since a repeat makes one at 1, 10, 100 only.
 *
 * @param changedAt the sender's time of what was heard last
 * @param count how often it said that it fires
 */
public record AlertMemory(
    boolean firing, Severity severity, long count, Instant changedAt, AlertId last) {

  /** What is known after {@code change}. */
  public static AlertMemory fold(
      @Nullable AlertMemory before, IncidentChange.OfAlert change, Instant at) {
    if (change instanceof IncidentChange.AlertFired fired) {
      long count = before == null ? 1 : before.count + 1;
      return new AlertMemory(true, fired.severity(), count, fired.occurredAt(), fired.alert());
    }
    Severity severity = before == null ? Severity.P1 : before.severity;
    long count = before == null ? 1 : before.count;
    Instant changedAt = before == null ? at : before.changedAt;
    if (change instanceof IncidentChange.AlertRejudged judged) {
      return new AlertMemory(
          true, judged.severity(), count + 1, judged.occurredAt(), judged.alert());
    }
    if (change instanceof IncidentChange.AlertRepeated repeated) {
      return new AlertMemory(true, severity, repeated.count(), changedAt, repeated.alert());
    }
    IncidentChange.AlertRecovered recovered = (IncidentChange.AlertRecovered) change;
    return new AlertMemory(false, severity, count, recovered.occurredAt(), recovered.alert());
  }

  /** Heard once more, without anything new. */
  AlertMemory again(AlertId alert, Instant occurredAt) {
    return new AlertMemory(firing, severity, count + 1, occurredAt, alert);
  }
}

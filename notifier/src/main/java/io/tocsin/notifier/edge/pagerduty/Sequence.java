package io.tocsin.notifier.edge.pagerduty;

import io.tocsin.contracts.events.IncidentId;
import io.tocsin.notifier.edge.provider.Latest;
import java.time.Instant;
import java.util.Map;

/**
 * What happened last, by PagerDuty's own time: webhooks come in any order, and one that was
 * overtaken must not undo what came after it. Only the latest incidents are remembered.
 */
final class Sequence {
  private static final int REMEMBERED = 10_000;

  private final Map<Line, Instant> latest = Latest.entered(REMEMBERED);

  /** Whether {@code at} is not before the latest of its line, which it then is. */
  synchronized boolean isNewest(IncidentId incident, String what, Instant at) {
    Line line = new Line(incident, what);
    Instant known = latest.get(line);
    if (known != null && at.isBefore(known)) {
      return false;
    }
    latest.remove(line);
    latest.put(line, at);
    return true;
  }

  private record Line(IncidentId incident, String what) {}
}

package io.tocsin.sandbox.edge.http;

import io.tocsin.sandbox.core.PagerDutyAlert;
import io.tocsin.sandbox.core.PagerDutyPayload;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** An alert of PagerDuty as {@code /pagerduty/alerts} shows it, its routing key masked. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record AlertView(
    String routingKey,
    String dedupKey,
    PagerDutyAlert.Status status,
    String summary,
    String source,
    String severity,
    Map<String, Object> details,
    List<PagerDutyPayload.Link> links,
    int rings,
    Instant triggeredAt,
    @Nullable Instant acknowledgedAt,
    @Nullable Instant resolvedAt,
    Instant lastEventAt) {

  static AlertView of(PagerDutyAlert alert) {
    PagerDutyPayload payload = alert.payload();
    PagerDutyAlert.Times times = alert.times();
    return new AlertView(
        masked(alert.key().routingKey()),
        alert.key().dedupKey(),
        alert.status(),
        payload.summary(),
        payload.source(),
        payload.severity(),
        payload.details(),
        payload.links(),
        alert.rings(),
        times.triggered(),
        times.acknowledged(),
        times.resolved(),
        times.lastEvent());
  }

  private static String masked(String routingKey) {
    return "***" + routingKey.substring(routingKey.length() - 4);
  }
}

package io.tocsin.chaos.edge.plan;

import java.time.Duration;
import java.time.Instant;

/**
 * One webhook that a monitor sends.
 *
 * @param at since the load began
 * @param token its own word
 * @param monitor the sender's alert
 * @param subject what the alert is about
 * @param transition Datadog's word
 * @param copies how often it is sent, the first time included
 */
public record Delivery(
    Duration at, String token, int monitor, Case subject, String transition, int copies) {
  private static final int MOST_MONITORS = 100;

  /** Its body, the same at each try. */
  public String body(Instant began) {
    return """
    {"id":"%s","date":"%d","alert_id":"%d","alert_scope":"service:%s",\
    "link":"https://app.datadoghq.eu/event/event?id=%s",\
    "alert_transition":"%s","title":"%s %s [%s]","body":"%s",\
    "tags":"service:%s,env:production,case:%s,token:%s"}
    """
        .formatted(
            token,
            began.plus(at).toEpochMilli(),
            monitorId(),
            subject.service(),
            token,
            transition,
            subject.service(),
            subject.trouble(),
            subject.name(),
            Canary.in(subject.name()),
            subject.service(),
            subject.name(),
            token);
  }

  /** A number, as Datadog's are, which no other monitor of any case has. */
  private long monitorId() {
    return Long.parseLong(subject.name(), Character.MAX_RADIX) * MOST_MONITORS + monitor;
  }
}

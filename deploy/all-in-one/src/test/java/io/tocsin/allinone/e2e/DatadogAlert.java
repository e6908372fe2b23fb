package io.tocsin.allinone.e2e;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One alert of one monitor, and the webhooks that Datadog sends about it.
 *
 * @param service from the catalog; it decides the team
 * @param trouble what the title says of it; it decides the level
 * @param name a word of its own: an incident of its own, found by it on pages
 */
record DatadogAlert(String service, String trouble, String name) {
  private static final AtomicLong DELIVERIES = new AtomicLong();

  /** P1 of {@code RX}: its second rung follows after seconds. */
  static DatadogAlert rxOutage() {
    return new DatadogAlert("prescription-api", "is unavailable", word());
  }

  /** P2 of {@code RX}: its second rung follows later than a restart takes. */
  static DatadogAlert rxPortalDown() {
    return new DatadogAlert("patient-portal", "is unavailable", word());
  }

  /** P1 of {@code HP}: one page, and no other while a test runs. */
  static DatadogAlert hpOutage() {
    return new DatadogAlert("health-api", "is unavailable", word());
  }

  /** A delivery that says it fires; each call is another delivery. */
  String triggered() {
    return body("Triggered");
  }

  /** A delivery that says it is over. */
  String recovered() {
    return body("Recovered");
  }

  private String body(String transition) {
    return """
    {"id":"%s","date":"%d","alert_id":"%d","alert_scope":"service:%s",\
    "link":"https://app.datadoghq.com/event/jump_to?event_id=1",\
    "alert_transition":"%s","title":"%s %s [%s]","body":"Seen by a health check",\
    "tags":"service:%s,env:production,case:%s"}
    """
        .formatted(
            UUID.randomUUID(),
            System.currentTimeMillis() + DELIVERIES.incrementAndGet(),
            Long.parseLong(name.substring(1), 16),
            service,
            transition,
            service,
            trouble,
            name,
            service,
            name);
  }

  private static String word() {
    return "c" + UUID.randomUUID().toString().substring(0, 8);
  }
}

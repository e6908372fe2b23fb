package io.tocsin.benchmarks.house;

import io.tocsin.benchmarks.load.HttpRequests;
import io.tocsin.benchmarks.load.Requests;

/** Datadog webhooks of about half a kilobyte, each a delivery of its own. */
public final class Alerts {
  private static final String PATH = "/webhooks/datadog/" + Running.KEY;

  private Alerts() {}

  /** The kinds, by what the shipped policy makes of them. */
  public enum Kind {
    /** No rule matches: P2, which pages at once. */
    FAILING("%s answers slowly"),
    /** P1. */
    OUTAGE("All portals are down, says %s"),
    /** P4: an incident that is open and, out of hours, calls nobody. */
    QUIET("Cosmetic flaw on %s");

    private final String title;

    Kind(String title) {
      this.title = title;
    }
  }

  /** Each alert is of a service of its own, so an incident of its own. */
  public static Requests ofOwnServices(Kind kind, String run) {
    return number -> request(kind, name(run, number), run, number);
  }

  /** The service of alert {@code number}, which titles and pages carry. */
  public static String name(String run, long number) {
    return "svc-" + run + "-" + number + "-";
  }

  /**
   * Alerts of {@code services} services in turn, each with one monitor: new deliveries of known
   * alerts.
   *
   * @param delivered makes the deliveries of two passes differ
   */
  public static Requests ofServices(Kind kind, String run, int services, String delivered) {
    return number -> request(kind, name(run, number % services), delivered, number);
  }

  /** The same services, but each alert is of a monitor of its own: it joins a known incident. */
  public static Requests newOfServices(Kind kind, String run, int services, String delivered) {
    return number ->
        HttpRequests.post(
            PATH,
            body(kind, name(run, number % services), delivered, number)
                .replaceFirst("\"monitor-[^\"]*", "\"monitor-" + delivered + "-" + number));
  }

  /** One delivery. */
  public static byte[] request(Kind kind, String service, String delivered, long number) {
    return HttpRequests.post(PATH, body(kind, service, delivered, number));
  }

  /** The same as text. */
  public static String body(Kind kind, String service, String delivered, long number) {
    return """
    {"id":"%s-%d","date":"%d","alert_id":"monitor-%s","alert_transition":"Triggered",\
    "alert_scope":"service:%s,env:production","title":"%s",\
    "body":"The monitor has been above its threshold for five minutes. Look at the dashboard first.",\
    "link":"https://app.datadoghq.example/monitors/%s",\
    "tags":"service:%s,env:production,region:eu-west-1,version:4.17.2,host:node-%d"}"""
        .formatted(
            delivered,
            number,
            System.currentTimeMillis(),
            service,
            service,
            kind.title.formatted(service),
            service,
            service,
            number % 40);
  }
}

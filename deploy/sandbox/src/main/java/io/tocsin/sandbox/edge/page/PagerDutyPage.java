package io.tocsin.sandbox.edge.page;

import io.tocsin.sandbox.core.PagerDutyAlert;
import io.tocsin.sandbox.core.PagerDutyPayload;
import io.tocsin.sandbox.core.Person;
import io.tocsin.sandbox.edge.json.SandboxJson;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** PagerDuty's incidents: the open ones first, then by what happened to them last. */
record PagerDutyPage(String self, List<String> others, String back, List<Incident> incidents) {
  private static final int SHOWN = 50;

  /** An alert and the incident that it is. */
  record Incident(
      String key,
      String status,
      String severity,
      String rings,
      String summary,
      Moment triggered,
      @Nullable Moment acknowledged,
      @Nullable Moment resolved,
      boolean open,
      boolean taken,
      List<Detail> details,
      List<Link> links) {}

  record Detail(String name, String value) {}

  /** A link; {@code address} is empty where it leads to no page. */
  record Link(String address, String words) {}

  static PagerDutyPage of(
      List<PagerDutyAlert> alerts, List<Person> people, SandboxJson json, Visit visit) {
    List<String> names = people.stream().map(Person::name).distinct().sorted().toList();
    String asked = visit.text("as").strip();
    return new PagerDutyPage(
        asked.isEmpty()
            ? people.stream().map(Person::name).findFirst().orElse("On-call engineer")
            : asked,
        names,
        visit.back(),
        alerts.stream()
            .sorted(
                Comparator.comparing(PagerDutyPage::isOver)
                    .thenComparing(
                        Comparator.comparing((PagerDutyAlert alert) -> alert.times().lastEvent())
                            .reversed()))
            .limit(SHOWN)
            .map(alert -> incident(alert, json))
            .toList());
  }

  private static Incident incident(PagerDutyAlert alert, SandboxJson json) {
    PagerDutyPayload payload = alert.payload();
    PagerDutyAlert.Times times = alert.times();
    return new Incident(
        alert.key().dedupKey(),
        alert.status().name().toLowerCase(Locale.ROOT),
        payload.severity(),
        alert.rings() == 1 ? "rang once" : "rang " + alert.rings() + " times",
        payload.summary(),
        Moment.of(times.triggered()),
        Moment.ofNullable(times.acknowledged()),
        Moment.ofNullable(times.resolved()),
        !isOver(alert),
        alert.status() == PagerDutyAlert.Status.ACKNOWLEDGED,
        details(alert, json),
        payload.links().stream().map(PagerDutyPage::link).toList());
  }

  private static boolean isOver(PagerDutyAlert alert) {
    return alert.status() == PagerDutyAlert.Status.RESOLVED;
  }

  private static List<Detail> details(PagerDutyAlert alert, SandboxJson json) {
    List<Detail> details = new ArrayList<>();
    details.add(new Detail("source", alert.payload().source()));
    details.add(new Detail("key", alert.key().dedupKey()));
    alert
        .payload()
        .details()
        .forEach(
            (name, value) ->
                details.add(
                    new Detail(name, value instanceof String text ? text : json.text(value))));
    return details;
  }

  private static Link link(PagerDutyPayload.Link link) {
    boolean leadsToAPage = link.href().matches("(?i)https?://.*");
    String words = link.text().isEmpty() ? link.href() : link.text();
    return leadsToAPage
        ? new Link(link.href(), words)
        : new Link("", words + " (" + link.href() + ")");
  }
}

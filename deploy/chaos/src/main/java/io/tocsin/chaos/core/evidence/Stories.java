package io.tocsin.chaos.core.evidence;

import io.tocsin.chaos.core.AlarmKey;
import io.tocsin.chaos.core.PageKey;
import io.tocsin.contracts.events.AlertId;
import io.tocsin.contracts.events.IncidentChange;
import io.tocsin.contracts.events.IncidentEvent;
import io.tocsin.contracts.events.IncidentId;
import io.tocsin.contracts.events.Notification;
import io.tocsin.contracts.events.Topics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The records about one thing, in time order, with the faults that were felt meanwhile. */
public final class Stories {
  private static final int END = 14;

  private final Evidence evidence;

  public Stories(Evidence evidence) {
    this.evidence = evidence;
  }

  /** The life of an incident: its events, what PagerDuty heard, what people did elsewhere. */
  public List<Line> incident(IncidentId incident) {
    Stream<Line> arrivals =
        evidence.arrivals().entrySet().stream()
            .filter(entry -> entry.getKey().incident().equals(incident))
            .flatMap(entry -> entry.getValue().stream())
            .map(Words::of);
    Stream<Line> deeds =
        evidence.history().deeds().stream()
            .filter(deed -> deed.incident().equals(incident))
            .map(Words::of);
    return told(
        Stream.of(events(incident).map(Words::of), arrivals, deeds).flatMap(lines -> lines));
  }

  /** One page: who asked for it, what reached the provider, what was said of it. */
  public List<Line> page(PageKey page) {
    Stream<Line> notifications =
        evidence
            .history()
            .records()
            .notifications()
            .filter(
                it -> it.incident().equals(page.incident()) && it.pages().contains(page.number()))
            .flatMap(it -> Stream.concat(Stream.of(Words.of(it)), receipts(it)));
    Stream<Line> arrivals =
        evidence.arrivals().getOrDefault(page, List.of()).stream().map(Words::of);
    Stream<Line> turns =
        events(page.incident()).filter(event -> isTurn(event, page)).map(Words::of);
    return told(Stream.of(notifications, arrivals, turns).flatMap(lines -> lines));
  }

  /** An alarm about Tocsin itself: what the catch-all was told. */
  public List<Line> alarm(AlarmKey alarm) {
    return told(evidence.alarms().getOrDefault(alarm, List.of()).stream().map(Words::of));
  }

  private Stream<Line> receipts(Notification notification) {
    return evidence
        .history()
        .records()
        .values(Topics.DELIVERY_RECEIPTS)
        .filter(receipt -> receipt.notification().equals(notification.id()))
        .map(Words::of);
  }

  private static boolean isTurn(IncidentEvent event, PageKey page) {
    IncidentChange change = event.change();
    return change instanceof IncidentChange.RungCalled called
        ? called.page() == page.number()
        : change instanceof IncidentChange.Opened
            || change instanceof IncidentChange.Acknowledged
            || change instanceof IncidentChange.HoldDownStarted
            || change instanceof IncidentChange.MonitoringStarted
            || change instanceof IncidentChange.Relapsed
            || change instanceof IncidentChange.Resolved
            || change instanceof IncidentChange.MarkedFalseAlarm;
  }

  /** One alert from the driver to its end. */
  public List<Line> alert(AlertId alert) {
    Stream<Line> sent = evidence.webhooks(alert).stream().map(Words::of);
    Stream<Line> kept =
        evidence.alerts().getOrDefault(alert, List.of()).stream()
            .map(it -> new Line(it.receivedAt(), "ingest", "kept alert " + it.id()));
    Stream<Line> classified =
        evidence
            .history()
            .records()
            .values(Topics.CLASSIFIED_ALERTS)
            .filter(it -> it.alert().id().equals(alert))
            .map(
                it ->
                    new Line(
                        it.classifiedAt(),
                        "classifier",
                        "judged it %s for %s".formatted(it.severity(), it.groupingKey())));
    Stream<Line> ended =
        evidence.dispositions().getOrDefault(alert, List.of()).stream().map(Words::of);
    return told(Stream.of(sent, kept, classified, ended).flatMap(lines -> lines));
  }

  /** One delivery as the driver knows it. */
  public List<Line> delivery(String token) {
    return told(evidence.webhooks().getOrDefault(token, List.of()).stream().map(Words::of));
  }

  /** One command: who asked, and every event that names it. */
  public List<Line> command(String id) {
    return told(
        Stream.concat(
            evidence.history().commands().stream()
                .filter(command -> command.id().equals(id))
                .map(Words::of),
            evidence
                .history()
                .records()
                .values(Topics.INCIDENT_EVENTS)
                .filter(event -> id.equals(event.causedBy()))
                .map(Words::of)));
  }

  private Stream<IncidentEvent> events(IncidentId incident) {
    return evidence.life(incident).stream()
        .flatMap(life -> life.events().stream())
        .map(stored -> Objects.requireNonNull(stored.value()));
  }

  /** In time order; of a long story its beginning and its end. */
  private List<Line> told(Stream<Line> found) {
    List<Line> lines = new ArrayList<>(found.sorted(Comparator.comparing(Line::at)).toList());
    if (lines.size() > 2 * END) {
      List<Line> left = lines.subList(END, lines.size() - END);
      Line gap = new Line(left.get(0).at(), "…", left.size() + " more");
      left.clear();
      lines.add(END, gap);
    }
    if (!lines.isEmpty()) {
      Instant from = lines.get(0).at();
      Instant to = lines.get(lines.size() - 1).at();
      evidence.outages().between(from, to).forEach(fault -> lines.add(Words.of(fault)));
      lines.sort(Comparator.comparing(Line::at));
    }
    return List.copyOf(lines);
  }
}

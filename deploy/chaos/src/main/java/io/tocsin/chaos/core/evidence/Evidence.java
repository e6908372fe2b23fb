package io.tocsin.chaos.core.evidence;

import io.tocsin.chaos.core.AlarmKey;
import io.tocsin.chaos.core.Arrival;
import io.tocsin.chaos.core.History;
import io.tocsin.chaos.core.PageKey;
import io.tocsin.chaos.core.Sighting;
import io.tocsin.chaos.core.Stored;
import io.tocsin.chaos.core.Webhook;
import io.tocsin.contracts.events.Alert;
import io.tocsin.contracts.events.AlertDisposition;
import io.tocsin.contracts.events.AlertId;
import io.tocsin.contracts.events.IncidentEvent;
import io.tocsin.contracts.events.IncidentId;
import io.tocsin.contracts.events.Notification;
import io.tocsin.contracts.events.Topics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A history with its indexes. */
public final class Evidence {
  private final History history;
  private final Limits limits;
  private final Outages outages;
  private final Map<IncidentId, Life> lives = new LinkedHashMap<>();
  private final Map<AlertId, List<Alert>> alerts;
  private final Map<AlertId, List<AlertDisposition>> dispositions;
  private final Map<String, List<Webhook>> webhooks;
  private final Map<PageKey, Notification> pages = new LinkedHashMap<>();
  private final Map<PageKey, List<Arrival>> arrivals = new LinkedHashMap<>();
  private final Map<String, List<Sighting>> sightings;
  private final Map<AlarmKey, List<Arrival>> alarms = new LinkedHashMap<>();
  private final List<Arrival> strangers = new ArrayList<>();

  public Evidence(History history, Limits limits) {
    this.history = history;
    this.limits = limits;
    this.outages = new Outages(history.faults(), limits.recovery());
    Map<IncidentId, List<Stored<IncidentEvent>>> events = new LinkedHashMap<>();
    for (Stored<IncidentEvent> stored : history.records().of(Topics.INCIDENT_EVENTS)) {
      if (stored.value() != null && stored.value().incident() != null) {
        events.computeIfAbsent(stored.value().incident(), id -> new ArrayList<>()).add(stored);
      }
    }
    events.forEach((id, list) -> lives.put(id, Life.of(id, list)));
    this.alerts = by(history.records().values(Topics.ALERTS), Alert::id);
    this.dispositions =
        by(history.records().values(Topics.ALERT_DISPOSITIONS), AlertDisposition::alert);
    this.webhooks = by(history.webhooks().stream(), Webhook::token);
    history
        .records()
        .notifications()
        .filter(it -> it.act() == Notification.Act.PAGE)
        .forEach(
            it -> it.pages().forEach(n -> pages.putIfAbsent(new PageKey(it.incident(), n), it)));
    history.arrivals().forEach(this::file);
    this.sightings = by(history.sightings().stream(), Sighting::subject);
  }

  private void file(Arrival arrival) {
    Optional<AlarmKey> alarm = AlarmKey.ofDedupKey(arrival.dedupKey());
    if (alarm.isPresent()) {
      alarms.computeIfAbsent(alarm.get(), key -> new ArrayList<>()).add(arrival);
      return;
    }
    try {
      arrivals.computeIfAbsent(arrival.page(), key -> new ArrayList<>()).add(arrival);
    } catch (IllegalArgumentException notOurs) {
      strangers.add(arrival);
    }
  }

  private static <K, V> Map<K, List<V>> by(Stream<V> values, Function<V, K> key) {
    Map<K, List<V>> map = new LinkedHashMap<>();
    values.forEach(
        value -> map.computeIfAbsent(key.apply(value), k -> new ArrayList<>()).add(value));
    return map;
  }

  public History history() {
    return history;
  }

  public Limits limits() {
    return limits;
  }

  public Outages outages() {
    return outages;
  }

  /** Every incident that has an event. */
  public Map<IncidentId, Life> lives() {
    return lives;
  }

  public Optional<Life> life(@Nullable IncidentId incident) {
    return Optional.ofNullable(lives.get(incident));
  }

  /** The records of {@code alerts}, by alert; several where a delivery was repeated. */
  public Map<AlertId, List<Alert>> alerts() {
    return alerts;
  }

  public Map<AlertId, List<AlertDisposition>> dispositions() {
    return dispositions;
  }

  /** The tries of each delivery, by its token. */
  public Map<String, List<Webhook>> webhooks() {
    return webhooks;
  }

  /** The tries of the delivery that became {@code alert}. */
  public List<Webhook> webhooks(AlertId alert) {
    return alerts.getOrDefault(alert, List.of()).stream()
        .map(it -> it.labels().getOrDefault(Webhook.TOKEN, ""))
        .distinct()
        .flatMap(token -> webhooks.getOrDefault(token, List.of()).stream())
        .toList();
  }

  /** The notification that asked for each page. */
  public Map<PageKey, Notification> pages() {
    return pages;
  }

  /** What reached the provider about each page, in time order. */
  public Map<PageKey, List<Arrival>> arrivals() {
    return arrivals;
  }

  /** When {@code page} rang or was written to whom it is for, by whatever channel. */
  public Stream<Instant> rung(PageKey page) {
    Notification asked = pages.get(page);
    Stream<Instant> triggers =
        arrivals.getOrDefault(page, List.of()).stream()
            .filter(it -> it.action() == Arrival.Action.TRIGGER)
            .map(Arrival::at);
    return asked == null ? triggers : Stream.concat(triggers, sightings(asked).map(Sighting::at));
  }

  /** What its receiver has of {@code asked}; a text is not known again. */
  public Stream<Sighting> sightings(Notification asked) {
    return sightings.getOrDefault(asked.id().toString(), List.of()).stream()
        .filter(it -> it.channel() == asked.channel());
  }

  /** What reached the provider about Tocsin itself, in time order. */
  public Map<AlarmKey, List<Arrival>> alarms() {
    return alarms;
  }

  /** What reached the provider under a key that names neither page nor alarm. */
  public List<Arrival> strangers() {
    return strangers;
  }
}

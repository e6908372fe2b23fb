package io.tocsin.chaos.edge.record;

import io.tocsin.chaos.core.Stored;
import io.tocsin.chaos.edge.driver.Whereabouts;
import io.tocsin.chaos.edge.plan.Order;
import io.tocsin.contracts.events.Alert;
import io.tocsin.contracts.events.AlertDisposition;
import io.tocsin.contracts.events.AlertId;
import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.events.Delivery;
import io.tocsin.contracts.events.DeliveryReceipt;
import io.tocsin.contracts.events.Incident;
import io.tocsin.contracts.events.IncidentCommand;
import io.tocsin.contracts.events.IncidentEvent;
import io.tocsin.contracts.events.IncidentId;
import io.tocsin.contracts.events.Notification;
import io.tocsin.contracts.events.NotificationId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What was read of the topics since a seed began, and what of it is still to come to an end. */
public final class Seen implements Whereabouts {
  private final List<Stored<?>> records = new ArrayList<>();
  private final Set<AlertId> alerts = new HashSet<>();
  private final Set<AlertId> disposed = new HashSet<>();
  private final Set<NotificationId> asked = new HashSet<>();
  private final Set<NotificationId> settled = new HashSet<>();
  private final Set<String> commanded = new HashSet<>();
  private final Set<String> answered = new HashSet<>();
  private final Map<String, String> references = new HashMap<>();
  private final Map<IncidentId, Incident> incidents = new HashMap<>();
  private long lastNanos = System.nanoTime();

  synchronized void add(Collection<Stored<?>> read) {
    records.addAll(read);
    read.forEach(this::note);
    lastNanos = System.nanoTime();
  }

  private void note(Stored<?> record) {
    Object value = record.value();
    if (value instanceof Alert alert) {
      alerts.add(alert.id());
    } else if (value instanceof AlertDisposition disposition) {
      disposed.add(disposition.alert());
    } else if (value instanceof Notification notification) {
      asked.add(notification.id());
    } else if (value instanceof DeliveryReceipt receipt) {
      settled.add(receipt.notification());
    } else if (value instanceof IncidentCommand command) {
      commanded.add(command.id());
    } else if (value instanceof IncidentEvent event && event.causedBy() != null) {
      answered.add(event.causedBy());
    } else if (value instanceof Delivery delivery) {
      note(delivery);
    } else if (value instanceof Incident incident) {
      incidents.put(incident.id(), incident);
    }
  }

  private void note(Delivery delivery) {
    String reference = delivery.reference();
    Notification.Act act = delivery.notification().act();
    if (reference != null && (act == Notification.Act.PAGE || act == Notification.Act.TELL)) {
      Channel channel = delivery.notification().channel();
      boolean texted = channel == Channel.PHONE && act == Notification.Act.TELL;
      String via = texted ? Order.TEXT : channel.wireName();
      references.putIfAbsent(place(delivery.notification().incident(), via), reference);
    }
  }

  private static String place(IncidentId incident, String via) {
    return via + " " + incident;
  }

  @Override
  public synchronized Optional<String> reference(IncidentId incident, String via) {
    return Optional.ofNullable(references.get(place(incident, via)));
  }

  /** Forgets everything: another seed begins. */
  public synchronized void begin() {
    records.clear();
    List.of(alerts, disposed, asked, settled, commanded, answered).forEach(Set::clear);
    incidents.clear();
    references.clear();
    lastNanos = System.nanoTime();
  }

  @Override
  public synchronized Optional<IncidentId> open(String name) {
    return about(name).filter(incident -> !incident.state().isOver()).map(Incident::id).findFirst();
  }

  @Override
  public synchronized Optional<IncidentId> latest(String name) {
    return about(name).map(Incident::id).max(Comparator.comparing(IncidentId::number));
  }

  private Stream<Incident> about(String name) {
    return incidents.values().stream()
        .filter(incident -> incident.subject().title().contains("[" + name + "]"));
  }

  /** Every incident that is not over, as it is. */
  public synchronized List<Incident> open() {
    return incidents.values().stream().filter(incident -> !incident.state().isOver()).toList();
  }

  /**
   * What still must come to an end; empty when nothing must.
   *
   * @param accepted what a sender was told that it is kept: some of it may wait in ingest's spool
   */
  public synchronized String pending(Set<AlertId> accepted) {
    StringBuilder text = new StringBuilder();
    pending(text, "accepted alerts not in Kafka", left(accepted, alerts));
    pending(text, "alerts without a disposition", left(alerts, disposed));
    pending(text, "notifications without a receipt", left(asked, settled));
    pending(text, "commands without an answer", left(commanded, answered));
    pending(text, "incidents not over", open().size());
    return text.toString();
  }

  private static int left(Set<?> all, Set<?> done) {
    return (int) all.stream().filter(one -> !done.contains(one)).count();
  }

  private static void pending(StringBuilder text, String what, int count) {
    if (count > 0) {
      text.append(text.isEmpty() ? "" : ", ").append(count).append(' ').append(what);
    }
  }

  /** For how long nothing new was read, in nanoseconds. */
  public synchronized long quietNanos() {
    return System.nanoTime() - lastNanos;
  }

  /** All that was read since the seed began. */
  public synchronized List<Stored<?>> records() {
    return List.copyOf(records);
  }

  /** Every incident that was heard of. */
  public synchronized Set<IncidentId> incidents() {
    return Set.copyOf(incidents.keySet());
  }
}

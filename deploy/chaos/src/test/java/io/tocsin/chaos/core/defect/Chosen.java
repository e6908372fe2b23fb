package io.tocsin.chaos.core.defect;

import io.tocsin.chaos.core.Arrival;
import io.tocsin.chaos.core.History;
import io.tocsin.chaos.core.Outcome;
import io.tocsin.chaos.core.PageKey;
import io.tocsin.chaos.core.Stored;
import io.tocsin.chaos.core.Webhook;
import io.tocsin.contracts.events.IncidentChange;
import io.tocsin.contracts.events.IncidentEvent;
import io.tocsin.contracts.events.IncidentId;
import io.tocsin.contracts.events.Topics;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.Predicate;

/** Where a fault strikes: chosen by the run's seed among what fits. */
final class Chosen {
  /** The first incident of each night: paged three times, taken and ended before any fault. */
  static final IncidentId ENDED = IncidentId.parse("RX-1");

  private Chosen() {}

  static <T> T of(History history, List<T> from) {
    if (from.isEmpty()) {
      throw new IllegalStateException("nothing fits in seed " + history.run().seed());
    }
    return from.get(new Random(history.run().seed()).nextInt(from.size()));
  }

  static Webhook accepted(History history) {
    return of(
        history,
        history.webhooks().stream()
            .filter(it -> it.outcome() == Outcome.ACCEPTED && !it.alerts().isEmpty())
            .toList());
  }

  static Stored<IncidentEvent> event(History history, Predicate<IncidentChange> which) {
    return of(history, events(history, which));
  }

  static List<Stored<IncidentEvent>> events(History history, Predicate<IncidentChange> which) {
    return history.records().of(Topics.INCIDENT_EVENTS).stream()
        .filter(stored -> which.test(value(stored).change()))
        .toList();
  }

  /** The events of one incident, in order. */
  static List<Stored<IncidentEvent>> events(History history, IncidentId incident) {
    return history.records().of(Topics.INCIDENT_EVENTS).stream()
        .filter(stored -> incident.equals(value(stored).incident()))
        .toList();
  }

  static IncidentEvent value(Stored<IncidentEvent> stored) {
    return Objects.requireNonNull(stored.value());
  }

  /** A page of {@link #ENDED} that rang. */
  static Arrival trigger(History history) {
    return of(history, arrivals(history, Arrival.Action.TRIGGER));
  }

  static List<Arrival> arrivals(History history, Arrival.Action action) {
    return history.arrivals().stream()
        .filter(it -> it.dedupKey().contains("-" + ENDED + "-"))
        .filter(it -> it.action() == action && it.taken())
        .toList();
  }

  /** The last page of {@link #ENDED}: the one that was resolved when it ended. */
  static PageKey lastPage(History history) {
    List<Arrival> resolves = arrivals(history, Arrival.Action.RESOLVE);
    return resolves.get(resolves.size() - 1).page();
  }
}

package io.tocsin.chaos.core.defect;

import io.tocsin.chaos.core.Arrival;
import io.tocsin.chaos.core.History;
import io.tocsin.chaos.core.Poll;
import io.tocsin.chaos.core.Records;
import io.tocsin.chaos.core.Sighting;
import io.tocsin.chaos.core.Stored;
import io.tocsin.chaos.core.Webhook;
import io.tocsin.chaos.core.Writing;
import io.tocsin.contracts.events.Topic;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Copies of a history in which one thing is otherwise. */
final class Altered {
  private Altered() {}

  static History records(History history, Consumer<List<Stored<?>>> change) {
    List<Stored<?>> records = new ArrayList<>(history.records().all().toList());
    change.accept(records);
    return history.with(Records.of(records));
  }

  /** Without the records of {@code topic} whose value fits. */
  static <V> History without(History history, Topic<V> topic, Predicate<V> which) {
    return records(
        history,
        records -> {
          List<Stored<V>> gone =
              history.records().of(topic).stream()
                  .filter(stored -> stored.value() != null && which.test(stored.value()))
                  .toList();
          records.removeAll(gone);
        });
  }

  /** With the values of {@code topic} that fit replaced. */
  static <V> History replaced(
      History history, Topic<V> topic, Predicate<V> which, UnaryOperator<V> by) {
    return records(
        history,
        records -> {
          for (Stored<V> stored : history.records().of(topic)) {
            V value = stored.value();
            if (value != null && which.test(value)) {
              records.set(records.indexOf(stored), copy(stored, stored.offset(), by.apply(value)));
            }
          }
        });
  }

  /** With one record more at the end of a partition of {@code topic}. */
  static <V> History added(History history, Topic<V> topic, Stored<V> like, V value) {
    long end =
        history.records().of(topic).stream()
            .filter(stored -> stored.partition() == like.partition())
            .mapToLong(Stored::offset)
            .max()
            .orElse(-1);
    return records(history, records -> records.add(copy(like, end + 1, value)));
  }

  static <V> Stored<V> copy(Stored<V> stored, long offset, V value) {
    return new Stored<>(
        stored.topic(), stored.partition(), offset, stored.timestamp(), stored.key(), value);
  }

  static History arrivals(History history, Consumer<List<Arrival>> change) {
    List<Arrival> arrivals = new ArrayList<>(history.arrivals());
    change.accept(arrivals);
    arrivals.sort(Comparator.comparing(Arrival::at));
    return history.withArrivals(arrivals);
  }

  static History polls(History history, Consumer<List<Poll>> change) {
    List<Poll> polls = new ArrayList<>(history.polls());
    change.accept(polls);
    return history.withPolls(polls);
  }

  static History writing(History history, Writing writing) {
    return history.withWritings(List.of(writing));
  }

  static History webhooks(History history, Consumer<List<Webhook>> change) {
    List<Webhook> webhooks = new ArrayList<>(history.webhooks());
    change.accept(webhooks);
    return history.withWebhooks(webhooks);
  }

  static History sightings(History history, Consumer<List<Sighting>> change) {
    List<Sighting> sightings = new ArrayList<>(history.sightings());
    change.accept(sightings);
    sightings.sort(Comparator.comparing(Sighting::at));
    return history.withSightings(sightings);
  }
}

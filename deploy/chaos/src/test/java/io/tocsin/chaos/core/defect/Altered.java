package io.tocsin.chaos.core.defect;

import io.tocsin.chaos.core.Arrival;
import io.tocsin.chaos.core.Deed;
import io.tocsin.chaos.core.History;
import io.tocsin.chaos.core.Poll;
import io.tocsin.chaos.core.Records;
import io.tocsin.chaos.core.Sighting;
import io.tocsin.chaos.core.Stored;
import io.tocsin.chaos.core.Webhook;
import io.tocsin.chaos.core.Writing;
import io.tocsin.contracts.events.Topic;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Copies of a history in which one thing is otherwise. */
public final class Altered {
  private Altered() {}

  static History records(History history, Consumer<List<Stored<?>>> change) {
    List<Stored<?>> records = new ArrayList<>(history.records().all().toList());
    change.accept(records);
    return with(history, "records", Records.of(records));
  }

  /** Without the records of {@code topic} whose value fits. */
  public static <V> History without(History history, Topic<V> topic, Predicate<V> which) {
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
    return with(history, "arrivals", history.arrivals(), change.andThen(by(Arrival::at)));
  }

  static History polls(History history, Consumer<List<Poll>> change) {
    return with(history, "polls", history.polls(), change);
  }

  static History deeds(History history, Consumer<List<Deed>> change) {
    return with(history, "deeds", history.deeds(), change);
  }

  static History webhooks(History history, Consumer<List<Webhook>> change) {
    return with(history, "webhooks", history.webhooks(), change);
  }

  static History sightings(History history, Consumer<List<Sighting>> change) {
    return with(history, "sightings", history.sightings(), change.andThen(by(Sighting::at)));
  }

  /** With nothing written but this. */
  public static History writing(History history, Writing writing) {
    return with(history, "writings", List.of(writing));
  }

  private static <T> Consumer<List<T>> by(Function<T, Instant> time) {
    return list -> list.sort(Comparator.comparing(time));
  }

  private static <T> History with(
      History history, String part, List<T> all, Consumer<List<T>> change) {
    List<T> list = new ArrayList<>(all);
    change.accept(list);
    return with(history, part, list);
  }

  /** The same with another value of one of the record's parts. */
  private static History with(History history, String part, Object value) {
    RecordComponent[] parts = History.class.getRecordComponents();
    try {
      Class<?>[] types = new Class<?>[parts.length];
      Object[] values = new Object[parts.length];
      for (int i = 0; i < parts.length; i++) {
        types[i] = parts[i].getType();
        values[i] =
            parts[i].getName().equals(part) ? value : parts[i].getAccessor().invoke(history);
      }
      return History.class.getConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError("a history has no " + part, e);
    }
  }
}

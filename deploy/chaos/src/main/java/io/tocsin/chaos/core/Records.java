package io.tocsin.chaos.core;

import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.events.Notification;
import io.tocsin.contracts.events.Topic;
import io.tocsin.contracts.events.Topics;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What stands in the topics, in the order of partition and offset. */
public final class Records {
  private static final Comparator<Stored<?>> ORDER =
      Comparator.<Stored<?>>comparingInt(Stored::partition).thenComparingLong(Stored::offset);

  private final Map<String, List<Stored<?>>> topics;

  private Records(Map<String, List<Stored<?>>> topics) {
    this.topics = topics;
  }

  /** These records, of any topics, in any order. */
  public static Records of(List<? extends Stored<?>> records) {
    Map<String, List<Stored<?>>> topics = new TreeMap<>();
    records.forEach(
        record -> topics.computeIfAbsent(record.topic(), name -> new ArrayList<>()).add(record));
    topics.values().forEach(list -> list.sort(ORDER));
    return new Records(topics);
  }

  /** The records of {@code topic}; none when nobody gathered any. */
  @SuppressWarnings("unchecked") // a topic's name goes with its type
  public <V> List<Stored<V>> of(Topic<V> topic) {
    return (List<Stored<V>>) (List<?>) topics.getOrDefault(topic.name(), List.of());
  }

  /** The values of {@code topic}, without its tombstones. */
  public <V> Stream<V> values(Topic<V> topic) {
    return of(topic).stream().map(Stored::value).filter(Objects::nonNull);
  }

  /** The notifications of every channel. */
  public Stream<Notification> notifications() {
    return Arrays.stream(Channel.values()).map(Topics::notifications).flatMap(this::values);
  }

  /** Every record of every topic. */
  public Stream<Stored<?>> all() {
    return topics.values().stream().flatMap(List::stream);
  }
}

package io.tocsin.escalationengine.edge.ledger;

import io.tocsin.contracts.events.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/**
 * Which partitions must wait. A long past is read in the order of time, so that an alert and its
 * end meet soon and little is held; and while too much is open, no more alerts are read.
 */
final class Pace {
  private static final long AHEAD_MS = Duration.ofMinutes(1).toMillis();

  private final Map<TopicPartition, Long> times = new HashMap<>();

  void read(ConsumerRecords<String, byte[]> records) {
    records
        .partitions()
        .forEach(
            partition ->
                records
                    .records(partition)
                    .forEach(record -> times.put(partition, record.timestamp())));
  }

  /**
   * @param behind those with something unread
   * @param full whether no more alerts may be read
   */
  Set<TopicPartition> held(Set<TopicPartition> behind, boolean full) {
    Set<TopicPartition> held = new HashSet<>();
    Set<TopicPartition> awaited = new HashSet<>(behind);
    if (full) {
      behind.stream().filter(Pace::hasAlerts).forEach(held::add);
      awaited.removeAll(held);
    }
    long slowest = awaited.stream().mapToLong(this::time).min().orElse(Long.MAX_VALUE);
    awaited.stream().filter(it -> time(it) - AHEAD_MS > slowest).forEach(held::add);
    return held;
  }

  private long time(TopicPartition partition) {
    return times.getOrDefault(partition, 0L);
  }

  private static boolean hasAlerts(TopicPartition partition) {
    return partition.topic().equals(Topics.ALERTS.name());
  }
}

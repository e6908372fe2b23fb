package io.tocsin.statuspage.edge.kafka;

import io.tocsin.statuspage.core.Freshness;
import java.time.Instant;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Whether Kafka is heard, from our own consumer: a record, or, while there is none, bytes of the
 * broker's empty answers. Polls alone prove nothing, they return empty-handed from a dead broker
 * too.
 */
public final class KafkaHearing {
  private boolean caughtUp;
  private double bytes;
  private volatile @Nullable Instant knownAt;

  /**
   * @param knownAt until when all that happened was known to the process before this one
   */
  public KafkaHearing(@Nullable Instant knownAt) {
    this.knownAt = knownAt;
  }

  /** How old what is published may be. */
  public Freshness freshness() {
    return new Freshness(knownAt);
  }

  /** A poll brought records; says whether the topic has been read to its end. */
  synchronized boolean afterRecords(Consumer<?, ?> consumer, Instant now) {
    return heard(consumer, now);
  }

  /** Polls brought nothing for a while; says whether the topic has been read to its end. */
  synchronized boolean afterSilence(Consumer<?, ?> consumer, Instant now) {
    double before = bytes;
    bytes = incomingBytes(consumer);
    return (bytes == before || bytes == 0) ? caughtUp : heard(consumer, now);
  }

  private boolean heard(Consumer<?, ?> consumer, Instant now) {
    caughtUp = caughtUp || isAtEnd(consumer);
    if (caughtUp) {
      knownAt = now;
    }
    return caughtUp;
  }

  private static boolean isAtEnd(Consumer<?, ?> consumer) {
    Set<TopicPartition> partitions = consumer.assignment();
    return !partitions.isEmpty()
        && partitions.stream().allMatch(partition -> consumer.currentLag(partition).orElse(1) == 0);
  }

  private static double incomingBytes(Consumer<?, ?> consumer) {
    return consumer.metrics().entrySet().stream()
        .filter(metric -> metric.getKey().name().equals("incoming-byte-total"))
        .filter(metric -> metric.getKey().group().equals("consumer-metrics"))
        .mapToDouble(metric -> ((Number) metric.getValue().metricValue()).doubleValue())
        .sum();
  }
}

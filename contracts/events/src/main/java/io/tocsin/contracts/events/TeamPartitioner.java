package io.tocsin.contracts.events;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.producer.Partitioner;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/**
 * The one partitioner of every producer: murmur2 over the UTF-8 of what stands before the first
 * hyphen of the key, so that a team lives on one partition. A few topics have no team yet and are
 * spread by the whole key.
 */
public final class TeamPartitioner implements Partitioner {
  private static final Set<String> BY_WHOLE_KEY =
      Set.of("alerts", "quarantine", "dead-letters", "policies", "subscribers");

  /** The partition of {@code key} in {@code topic}, of {@code count} partitions. */
  public static int partition(String topic, String key, int count) {
    int hyphen = key.indexOf('-');
    String spread = hyphen < 0 || BY_WHOLE_KEY.contains(topic) ? key : key.substring(0, hyphen);
    return Utils.toPositive(Utils.murmur2(spread.getBytes(StandardCharsets.UTF_8))) % count;
  }

  @Override
  public int partition(
      String topic,
      @Nullable Object key,
      byte @Nullable [] keyBytes,
      @Nullable Object value,
      byte @Nullable [] valueBytes,
      Cluster cluster) {
    if (keyBytes == null) {
      throw new IllegalArgumentException(
          "a record for " + topic + " has no key: its partition cannot be told");
    }
    return partition(
        topic, new String(keyBytes, StandardCharsets.UTF_8), cluster.partitionCountForTopic(topic));
  }

  @Override
  public void configure(Map<String, ?> settings) {}

  @Override
  public void close() {}
}

package io.tocsin.contracts.events;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A topic with the type of its values, as it is created once and for ever.
 *
 * @param retention empty for a compacted topic or one that is kept for ever
 * @param flushed whether one node must put each record to disk before it says so
 */
public record Topic<V>(
    String name,
    Class<V> type,
    int partitions,
    boolean compacted,
    Optional<Duration> retention,
    boolean flushed) {

  /** The codec of its values. */
  public JsonSerde<V> serde() {
    return new JsonSerde<>(type);
  }

  /** The settings it is created with; {@code flush} on a broker that has no replica. */
  public Map<String, String> settings(boolean flush) {
    Map<String, String> settings = new HashMap<>();
    settings.put("cleanup.policy", compacted ? "compact" : "delete");
    settings.put("retention.ms", Long.toString(retention.map(Duration::toMillis).orElse(-1L)));
    if (flush && flushed) {
      settings.put("flush.messages", "1");
    }
    return settings;
  }

  @Override
  public String toString() {
    return name;
  }
}

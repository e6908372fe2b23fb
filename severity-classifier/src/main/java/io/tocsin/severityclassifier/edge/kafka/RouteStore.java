package io.tocsin.severityclassifier.edge.kafka;

import io.tocsin.contracts.events.AlertKey;
import io.tocsin.contracts.events.DecodedValues;
import io.tocsin.contracts.events.JsonSerde;
import io.tocsin.severityclassifier.core.Route;
import java.time.Instant;
import java.util.function.BiFunction;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The routes of one partition's alerts, by alert key. */
final class RouteStore {
  private static final Logger log = LoggerFactory.getLogger(RouteStore.class);

  /** Entries looked at in one run, so that no alert waits for the sweep. */
  static final int SWEPT_AT_ONCE = 200;

  /** Alerts that are said again within some seconds; a route takes less than a kilobyte. */
  private static final int DECODED = 1_000;

  private final JsonSerde<Route> serde = new JsonSerde<>(Route.class);
  private final DecodedValues<Route> decoded = new DecodedValues<>(serde, DECODED);
  private final KeyValueStore<String, byte[]> store;
  private @Nullable String sweptUpTo;

  RouteStore(KeyValueStore<String, byte[]> store) {
    this.store = store;
  }

  /** What is remembered; an entry that cannot be read is as good as none. */
  @Nullable Route get(AlertKey key) {
    byte[] bytes = store.get(key.value());
    return bytes == null ? null : read(key.value(), bytes, decoded::value);
  }

  /** What {@link #put} stores; to be had before anything is stored, since it may fail. */
  byte[] bytes(AlertKey key, Route route) {
    return decoded.written(key.value(), route);
  }

  void put(AlertKey key, byte[] route) {
    store.put(key.value(), route);
  }

  /** Forgets what had no record for 30 days, a bounded number of entries from where it stopped. */
  void sweep(Instant now) {
    int seen = 0;
    String last = null;
    try (KeyValueIterator<String, byte[]> entries = entries()) {
      while (entries.hasNext() && seen < SWEPT_AT_ONCE) {
        KeyValue<String, byte[]> entry = entries.next();
        last = entry.key;
        seen++;
        Route route = read(entry.key, entry.value, (key, bytes) -> serde.value(bytes));
        if (route == null || route.isForgotten(now)) {
          store.delete(entry.key);
        }
      }
    }
    sweptUpTo = seen < SWEPT_AT_ONCE ? null : last;
  }

  private KeyValueIterator<String, byte[]> entries() {
    return sweptUpTo == null ? store.all() : from(sweptUpTo);
  }

  @SuppressWarnings("NullAway") // Kafka's interface: no upper end is null
  private KeyValueIterator<String, byte[]> from(String key) {
    return store.range(key + '\0', null);
  }

  private static @Nullable Route read(
      String key, byte[] bytes, BiFunction<String, byte[], Route> reader) {
    try {
      return reader.apply(key, bytes);
    } catch (SerializationException e) {
      log.error("what was remembered of alert {} cannot be read; it is routed afresh", key, e);
      return null;
    }
  }
}

package io.tocsin.escalationengine.edge.kafka;

import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** The stores of the engine. Their names are foundation: data lies under them. */
final class EngineStores {
  /** Incident id to incident. */
  static final String INCIDENTS = "incidents";

  /** Grouping key to its last incident. */
  static final String HEADS = "heads";

  /** Incident id and alert key to what the incident knows of the alert. */
  static final String ALERTS = "incident-alerts";

  /** Lane, due time and incident id: see {@link TimerIndex}. */
  static final String TIMERS = "timers";

  /** Alert and command ids of the last 48 hours. */
  static final String SEEN = "seen";

  /** Team counters, watermarks, sign of life: small, and in memory. */
  static final String PROGRESS = "progress";

  /** How long a repeat is known. */
  static final Duration SEEN_FOR = Duration.ofHours(48);

  private EngineStores() {}

  static List<StoreBuilder<?>> builders() {
    return List.of(
        values(INCIDENTS),
        values(HEADS),
        values(ALERTS),
        Stores.keyValueStoreBuilder(
            Stores.persistentKeyValueStore(TIMERS), Serdes.Bytes(), Serdes.ByteArray()),
        Stores.windowStoreBuilder(
            Stores.persistentWindowStore(SEEN, SEEN_FOR, Duration.ofMillis(1), false),
            Serdes.String(),
            Serdes.ByteArray()),
        Stores.keyValueStoreBuilder(
            Stores.inMemoryKeyValueStore(PROGRESS), Serdes.String(), Serdes.Long()));
  }

  private static StoreBuilder<?> values(String name) {
    return Stores.keyValueStoreBuilder(
        Stores.persistentKeyValueStore(name), Serdes.String(), Serdes.ByteArray());
  }
}

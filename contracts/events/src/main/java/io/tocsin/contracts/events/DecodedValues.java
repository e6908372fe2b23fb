package io.tocsin.contracts.events;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads a store's values, each once for as long as its bytes stay the same: what is said again and
 * again of one incident costs no reading. The bytes decide, so that a value that was never
 * committed, or was restored, cannot be mistaken for the store's. Values must not be changed by
 * whoever gets them. For one thread; the least recently used are forgotten.
 */
public final class DecodedValues<V> {
  private static final float LOAD = 0.75f;

  private final JsonSerde<V> serde;
  private final Map<String, Decoded<V>> decoded;

  /**
   * @param most values that are kept
   */
  public DecodedValues(JsonSerde<V> serde, int most) {
    this.serde = serde;
    this.decoded =
        new LinkedHashMap<>(16, LOAD, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Decoded<V>> eldest) {
            return size() > most;
          }
        };
  }

  /**
   * The value in {@code bytes}, which {@code key} has in the store.
   *
   * @throws org.apache.kafka.common.errors.SerializationException when it cannot be read
   */
  public V value(String key, byte[] bytes) {
    Decoded<V> known = decoded.get(key);
    if (known != null && Arrays.equals(known.bytes, bytes)) {
      return known.value;
    }
    V value = serde.value(bytes);
    remember(key, bytes, value);
    return value;
  }

  /**
   * What is written under {@code key}, for a value that is read as it was written.
   *
   * @return {@code value} as bytes
   */
  public byte[] written(String key, V value) {
    byte[] bytes = serde.bytes(value);
    remember(key, bytes, value);
    return bytes;
  }

  private void remember(String key, byte[] bytes, V value) {
    decoded.put(key, new Decoded<>(bytes, value));
  }

  private record Decoded<V>(byte[] bytes, V value) {}
}

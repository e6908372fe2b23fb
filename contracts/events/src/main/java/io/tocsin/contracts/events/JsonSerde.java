package io.tocsin.contracts.events;

import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;

/** {@link ContractJson} as Kafka wants it. A null value stays null: a tombstone. */
public final class JsonSerde<V> implements Serde<V>, Serializer<V>, Deserializer<V> {
  private final Class<V> type;
  private final ObjectReader reader;
  private final ObjectWriter writer;

  public JsonSerde(Class<V> type) {
    this.type = type;
    this.reader = ContractJson.MAPPER.readerFor(type);
    this.writer = ContractJson.MAPPER.writerFor(type);
  }

  /** The bytes of {@code value}; refused with the type's name when it cannot be written. */
  public byte[] bytes(V value) {
    try {
      return writer.writeValueAsBytes(value);
    } catch (JacksonException e) {
      throw new SerializationException("cannot write " + type.getSimpleName(), e);
    }
  }

  /** The value in {@code bytes}; refused with the type's name and the place of the fault. */
  public V value(byte[] bytes) {
    try {
      V value = reader.readValue(bytes);
      if (value == null) {
        throw new SerializationException("expected a " + type.getSimpleName() + ", found null");
      }
      return value;
    } catch (JacksonException e) {
      throw new SerializationException("cannot read " + type.getSimpleName(), e);
    }
  }

  @Override
  @SuppressWarnings("NullAway") // Kafka's interface: null in, null out
  public byte[] serialize(String topic, @Nullable V value) {
    return value == null ? null : bytes(value);
  }

  @Override
  @SuppressWarnings("NullAway") // Kafka's interface: null in, null out
  public V deserialize(String topic, byte @Nullable [] bytes) {
    return bytes == null ? null : value(bytes);
  }

  @Override
  public Serializer<V> serializer() {
    return this;
  }

  @Override
  public Deserializer<V> deserializer() {
    return this;
  }

  @Override
  public void close() {}

  @Override
  public void configure(java.util.Map<String, ?> settings, boolean isKey) {}
}

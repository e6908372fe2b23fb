package io.tocsin.contracts.runtime;

import io.tocsin.contracts.events.TeamPartitioner;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Where Kafka is, and the client settings that are the same everywhere: string keys, raw values,
 * the one partitioner, {@code acks=all}, read committed.
 *
 * @param flush whether topics that must not lose a record are put to disk one by one: for a single
 *     node, which has no replica
 * @param replicationFactor of the topics created; -1 for the cluster's own default
 */
public record KafkaSettings(String bootstrapServers, boolean flush, short replicationFactor) {

  public static KafkaSettings of(String bootstrapServers) {
    return new KafkaSettings(bootstrapServers, false, (short) -1);
  }

  public Map<String, Object> common() {
    return new HashMap<>(
        Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, (Object) bootstrapServers));
  }

  public Map<String, Object> producer() {
    Map<String, Object> settings = common();
    settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
    settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    settings.put(ProducerConfig.PARTITIONER_CLASS_CONFIG, TeamPartitioner.class);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    settings.put(ProducerConfig.LINGER_MS_CONFIG, 5);
    settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    return settings;
  }

  public Map<String, Object> consumer() {
    Map<String, Object> settings = common();
    settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
    settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    return settings;
  }
}

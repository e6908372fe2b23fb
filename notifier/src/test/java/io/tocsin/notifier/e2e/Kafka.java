package io.tocsin.notifier.e2e;

import io.tocsin.contracts.events.Topic;
import io.tocsin.contracts.runtime.KafkaSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/** One real broker for all tests of the module. */
final class Kafka {
  private static final EmbeddedKafkaKraftBroker BROKER = start();
  static final KafkaSettings SETTINGS =
      new KafkaSettings(BROKER.getBrokersAsString(), false, (short) 1);
  private static final KafkaProducer<String, byte[]> PRODUCER =
      new KafkaProducer<>(SETTINGS.producer());

  private Kafka() {}

  private static EmbeddedKafkaKraftBroker start() {
    EmbeddedKafkaKraftBroker broker = new EmbeddedKafkaKraftBroker(1, 1);
    broker.brokerProperties(
        Map.of(
            "transaction.state.log.replication.factor", "1",
            "transaction.state.log.min.isr", "1",
            "offsets.topic.replication.factor", "1",
            "offsets.topic.num.partitions", "4",
            "transaction.state.log.num.partitions", "4",
            "group.initial.rebalance.delay.ms", "0"));
    broker.afterPropertiesSet();
    Runtime.getRuntime().addShutdownHook(new Thread(broker::destroy));
    return broker;
  }

  static <V> void send(Topic<V> topic, String key, V value) {
    send(topic, key, topic.serde().bytes(value));
  }

  static void send(Topic<?> topic, String key, byte[] value) {
    try {
      PRODUCER.send(new ProducerRecord<>(topic.name(), key, value)).get(20, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new AssertionError("the broker of the tests did not take a record", e);
    }
  }

  /** Without waiting for each. */
  static <V> void enqueue(Topic<V> topic, String key, V value) {
    PRODUCER.send(new ProducerRecord<>(topic.name(), key, topic.serde().bytes(value)));
  }

  /** The keys whose last record in {@code topic} is a tombstone. */
  static Set<String> forgotten(Topic<?> topic) {
    Set<String> forgotten = new HashSet<>();
    each(
        topic,
        record -> {
          if (record.value() == null) {
            forgotten.add(record.key());
          } else {
            forgotten.remove(record.key());
          }
        });
    return forgotten;
  }

  /** Everything that is committed in {@code topic}, without its tombstones. */
  static <V> List<V> read(Topic<V> topic) {
    List<V> values = new ArrayList<>();
    each(
        topic,
        record -> {
          if (record.value() != null) {
            values.add(topic.serde().value(record.value()));
          }
        });
    return values;
  }

  private static void each(Topic<?> topic, Consumer<ConsumerRecord<String, byte[]>> reader) {
    List<TopicPartition> all =
        IntStream.range(0, topic.partitions())
            .mapToObj(n -> new TopicPartition(topic.name(), n))
            .toList();
    try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(SETTINGS.consumer())) {
      consumer.assign(all);
      consumer.seekToBeginning(all);
      Map<TopicPartition, Long> ends = consumer.endOffsets(all);
      while (!ends.entrySet().stream()
          .allMatch(end -> consumer.position(end.getKey()) >= end.getValue())) {
        consumer.poll(Duration.ofMillis(100)).forEach(reader);
      }
    }
  }
}

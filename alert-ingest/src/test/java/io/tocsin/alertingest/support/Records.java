package io.tocsin.alertingest.support;

import io.tocsin.contracts.events.Topic;
import io.tocsin.contracts.events.Topics;
import io.tocsin.contracts.runtime.KafkaSettings;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;

/** What a topic holds now. */
public final class Records {
  private Records() {}

  public static <V> List<ConsumerRecord<String, byte[]>> in(String kafka, Topic<V> topic) {
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(KafkaSettings.of(kafka).consumer())) {
      List<TopicPartition> partitions =
          IntStream.range(0, topic.partitions())
              .mapToObj(number -> new TopicPartition(topic.name(), number))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
      while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
        consumer.poll(Duration.ofMillis(200)).forEach(records::add);
      }
      return records;
    }
  }

  /** The records of {@code alerts} for one alert. */
  public static List<ConsumerRecord<String, byte[]>> alertsWithId(String kafka, String id) {
    return in(kafka, Topics.ALERTS).stream()
        .filter(found -> header(found, "ce_id").equals(id))
        .toList();
  }

  /** What is in quarantine, as it came. */
  public static List<String> quarantined(String kafka) {
    return in(kafka, Topics.QUARANTINE).stream()
        .map(found -> Topics.QUARANTINE.serde().value(found.value()))
        .map(rejected -> new String(rejected.raw(), StandardCharsets.UTF_8))
        .toList();
  }

  public static String header(ConsumerRecord<String, byte[]> found, String name) {
    Header header = found.headers().lastHeader(name);
    return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
  }
}

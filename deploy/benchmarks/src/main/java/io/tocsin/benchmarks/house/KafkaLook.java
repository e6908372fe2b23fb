package io.tocsin.benchmarks.house;

import io.tocsin.contracts.events.Topic;
import io.tocsin.contracts.events.Topics;
import io.tocsin.contracts.runtime.KafkaSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;

/** What Kafka holds and how far its readers are. */
public final class KafkaLook implements AutoCloseable {
  private static final String CLASSIFIER = "tocsin-severity-classifier";
  private static final String ENGINE = "tocsin-escalation-engine";

  private final Admin admin;

  public KafkaLook(String kafka) {
    admin = Admin.create(KafkaSettings.of(kafka).common());
  }

  /** The sum of the end offsets: how many records a topic without transactions ever got. */
  public long end(Topic<?> topic) throws ExecutionException, InterruptedException {
    return ends(topic).values().stream().mapToLong(Long::longValue).sum();
  }

  /** Puts each record of {@code alerts} to disk before it is acknowledged, or no longer. */
  public void flushEachAlert(boolean flush) throws ExecutionException, InterruptedException {
    ConfigResource alerts = new ConfigResource(ConfigResource.Type.TOPIC, Topics.ALERTS.name());
    AlterConfigOp change =
        new AlterConfigOp(
            new ConfigEntry("flush.messages", "1"),
            flush ? AlterConfigOp.OpType.SET : AlterConfigOp.OpType.DELETE);
    admin.incrementalAlterConfigs(Map.of(alerts, List.of(change))).all().get();
  }

  /** Whether classifier and engine have read every alert. */
  public boolean isRead() throws ExecutionException, InterruptedException {
    return lag(CLASSIFIER, Topics.ALERTS) == 0 && lag(ENGINE, Topics.CLASSIFIED_ALERTS) == 0;
  }

  /** Whether every alert was read within {@code patience}. */
  public boolean awaitRead(Duration patience) throws InterruptedException {
    return Waiting.until(patience, this::isRead);
  }

  private long lag(String group, Topic<?> topic) throws ExecutionException, InterruptedException {
    Map<TopicPartition, OffsetAndMetadata> read =
        admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
    long lag = 0;
    for (Map.Entry<TopicPartition, Long> end : ends(topic).entrySet()) {
      OffsetAndMetadata offset = read.get(end.getKey());
      lag += end.getValue() - (offset == null ? 0 : offset.offset());
    }
    return lag;
  }

  private Map<TopicPartition, Long> ends(Topic<?> topic)
      throws ExecutionException, InterruptedException {
    Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
    for (TopicPartition partition : partitions(topic)) {
      wanted.put(partition, OffsetSpec.latest());
    }
    Map<TopicPartition, Long> ends = new HashMap<>();
    admin
        .listOffsets(wanted)
        .all()
        .get()
        .forEach((partition, info) -> ends.put(partition, info.offset()));
    return ends;
  }

  static List<TopicPartition> partitions(Topic<?> topic) {
    List<TopicPartition> partitions = new ArrayList<>();
    for (int i = 0; i < topic.partitions(); i++) {
      partitions.add(new TopicPartition(topic.name(), i));
    }
    return partitions;
  }

  @Override
  public void close() {
    admin.close();
  }
}

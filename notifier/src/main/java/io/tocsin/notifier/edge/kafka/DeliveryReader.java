package io.tocsin.notifier.edge.kafka;

import io.tocsin.contracts.events.Delivery;
import io.tocsin.contracts.events.JsonSerde;
import io.tocsin.contracts.events.NotificationId;
import io.tocsin.contracts.events.Topics;
import io.tocsin.contracts.runtime.BriefAdmin;
import io.tocsin.contracts.runtime.KafkaSettings;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads {@code deliveries} to its end. The end is taken uncommitted, so that a transaction which a
 * dead instance left open is waited for: what it committed later may be a result.
 */
final class DeliveryReader implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(DeliveryReader.class);
  private static final JsonSerde<Delivery> SERDE = Topics.DELIVERIES.serde();
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final KafkaSettings kafka;
  private final Lane lane;
  private volatile @Nullable KafkaConsumer<String, byte[]> reading;

  /**
   * @param lane whose deliveries are wanted
   */
  DeliveryReader(KafkaSettings kafka, Lane lane) {
    this.kafka = kafka;
    this.lane = lane;
  }

  /**
   * Reads {@code partitions} into the lane's book.
   *
   * @throws KafkaException when Kafka does not let us; nothing is lost by another try
   */
  void read(Collection<Integer> partitions) throws InterruptedException {
    List<TopicPartition> wanted =
        partitions.stream().map(n -> new TopicPartition(Topics.DELIVERIES.name(), n)).toList();
    Map<TopicPartition, Long> ends = ends(wanted);
    try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(kafka.consumer())) {
      reading = consumer;
      consumer.assign(wanted);
      consumer.seekToBeginning(wanted);
      while (!ends.entrySet().stream().allMatch(end -> isRead(consumer, end))) {
        consumer.poll(Duration.ofMillis(200)).forEach(this::enter);
        if (Thread.interrupted()) {
          throw new InterruptedException("deliveries were being read");
        }
      }
    } finally {
      reading = null;
    }
  }

  /** Ends what is being read: after the wall clock was set back it would end at its old time. */
  @Override
  public void close() {
    KafkaConsumer<String, byte[]> consumer = reading;
    if (consumer != null) {
      consumer.wakeup();
    }
  }

  private static boolean isRead(
      KafkaConsumer<String, byte[]> consumer, Map.Entry<TopicPartition, Long> end) {
    return consumer.position(end.getKey(), PATIENCE) >= end.getValue();
  }

  private Map<TopicPartition, Long> ends(List<TopicPartition> partitions)
      throws InterruptedException {
    try (BriefAdmin admin = BriefAdmin.of(kafka)) {
      return admin
          .client()
          .listOffsets(
              partitions.stream()
                  .collect(Collectors.toMap(each -> each, each -> OffsetSpec.latest())))
          .all()
          .get(PATIENCE.toSeconds(), TimeUnit.SECONDS)
          .entrySet()
          .stream()
          .collect(Collectors.toMap(Map.Entry::getKey, DeliveryReader::offset));
    } catch (ExecutionException | TimeoutException e) {
      throw new KafkaException("the end of deliveries cannot be told", e);
    }
  }

  private static long offset(Map.Entry<TopicPartition, ListOffsetsResultInfo> end) {
    return end.getValue().offset();
  }

  private void enter(ConsumerRecord<String, byte[]> from) {
    try {
      NotificationId id = new NotificationId(from.key());
      // every lane reads all of them: those of the others are not worth being parsed
      if (!lane.serves(id.channel())) {
        return;
      }
      if (from.value() == null) {
        lane.book().erase(from.partition(), id);
        return;
      }
      lane.enter(from.partition(), SERDE.value(from.value()));
    } catch (RuntimeException e) {
      log.error("delivery {} cannot be read and is passed over", from.key(), e);
    }
  }
}

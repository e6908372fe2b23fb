package io.tocsin.notifier.edge.kafka;

import io.tocsin.contracts.events.Notification;
import io.tocsin.contracts.runtime.KafkaSettings;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads ahead while a channel takes nothing: of what waits in Kafka it shows the desk the pages, so
 * that each is sent or given up in time. It takes nothing itself.
 */
final class WaitingPages implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(WaitingPages.class);
  private static final Duration POLL = Duration.ofMillis(200);
  private static final int API_TIMEOUT_MS = 5_000;

  private final Desk desk;
  private final Lane lane;
  private final KafkaSettings kafka;
  private final String group;
  private final Supplier<Collection<TopicPartition>> assigned;
  private @Nullable KafkaConsumer<String, byte[]> reading;

  /**
   * @param group whose committed offsets are where the waiting begins
   * @param assigned what this instance takes
   */
  WaitingPages(
      Desk desk,
      Lane lane,
      KafkaSettings kafka,
      String group,
      Supplier<Collection<TopicPartition>> assigned) {
    this.desk = desk;
    this.lane = lane;
    this.kafka = kafka;
    this.group = group;
    this.assigned = assigned;
  }

  /** Looks a little further. */
  synchronized void look() {
    try {
      KafkaConsumer<String, byte[]> consumer = consumer(Set.copyOf(assigned.get()));
      if (!consumer.assignment().isEmpty()) {
        consumer.poll(POLL).forEach(this::see);
      }
    } catch (InterruptException e) {
      close();
    } catch (KafkaException e) {
      log.warn("what waits for {} cannot be read; trying again", lane.name(), e);
      close();
    }
  }

  private void see(ConsumerRecord<String, byte[]> from) {
    Incoming.read(from)
        .notification()
        .filter(each -> each.act() == Notification.Act.PAGE)
        .filter(each -> !lane.book().knows(from.partition(), each.id()))
        .ifPresent(page -> desk.see(from.partition(), page));
  }

  private KafkaConsumer<String, byte[]> consumer(Set<TopicPartition> wanted) {
    KafkaConsumer<String, byte[]> known = reading;
    if (known != null && known.assignment().equals(wanted)) {
      return known;
    }
    close();
    Map<String, Object> settings = kafka.consumer();
    settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
    settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, API_TIMEOUT_MS);
    KafkaConsumer<String, byte[]> made = new KafkaConsumer<>(settings);
    reading = made;
    made.assign(wanted);
    Map<TopicPartition, OffsetAndMetadata> taken = made.committed(wanted);
    for (TopicPartition each : wanted) {
      OffsetAndMetadata next = taken.get(each);
      if (next == null) {
        made.seekToBeginning(List.of(each));
      } else {
        made.seek(each, next.offset());
      }
    }
    return made;
  }

  @Override
  public synchronized void close() {
    if (reading != null) {
      reading.close(CloseOptions.timeout(Duration.ZERO));
      reading = null;
    }
  }
}

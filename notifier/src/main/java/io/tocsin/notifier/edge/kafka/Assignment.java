package io.tocsin.notifier.edge.kafka;

import io.tocsin.contracts.events.Notification;
import io.tocsin.contracts.events.NotificationId;
import io.tocsin.contracts.runtime.KafkaSettings;
import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;

/**
 * Before a partition's first notification is taken, its deliveries are read; those without a result
 * are reconciled first, so nothing newer of their incident overtakes them.
 */
final class Assignment implements ConsumerAwareRebalanceListener {
  private static final Logger log = LoggerFactory.getLogger(Assignment.class);
  private static final Duration DRAIN = Duration.ofSeconds(15);

  private final Lane lane;
  private final DeliveryReader reader;
  private volatile boolean open = true;
  private volatile boolean loaded;

  Assignment(Lane lane, KafkaSettings kafka) {
    this.lane = lane;
    this.reader = new DeliveryReader(kafka, lane);
  }

  /** Whether the deliveries of what was assigned have been read. */
  boolean isLoaded() {
    return loaded;
  }

  /** Whether anything may be taken still. */
  boolean isOpen() {
    return open;
  }

  void close() {
    open = false;
    reader.close();
  }

  @Override
  public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> assigned) {
    Set<Integer> partitions = numbers(assigned);
    Set<NotificationId> ourOwn = lane.desk() == null ? Set.of() : lane.desk().errands().reserved();
    if (!partitions.isEmpty() && !read(partitions)) {
      return;
    }
    loaded = true;
    Desk desk = lane.desk();
    if (desk != null) {
      partitions.forEach(partition -> reconcile(desk, partition, ourOwn));
    }
  }

  private void reconcile(Desk desk, int partition, Set<NotificationId> ourOwn) {
    for (Notification unknown : lane.book().unanswered(partition)) {
      if (!ourOwn.contains(unknown.id())) {
        log.warn("{} was reserved and has no result: it is reconciled", unknown.id());
        desk.submit(partition, unknown, true);
      }
    }
  }

  private boolean read(Set<Integer> partitions) {
    while (open) {
      try {
        lane.book().forget(partitions);
        reader.read(partitions);
        return open;
      } catch (KafkaException e) {
        log.warn("deliveries cannot be read; {} waits and tries again", lane.name(), e);
        if (!pause()) {
          return false;
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    return false;
  }

  private static boolean pause() {
    try {
      TimeUnit.SECONDS.sleep(1);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void onPartitionsRevokedBeforeCommit(
      Consumer<?, ?> consumer, Collection<TopicPartition> revoked) {
    Desk desk = lane.desk();
    if (desk != null && open) {
      desk.errands().awaitIdle(numbers(revoked), DRAIN);
    }
  }

  private static Set<Integer> numbers(Collection<TopicPartition> partitions) {
    return partitions.stream().map(TopicPartition::partition).collect(Collectors.toSet());
  }
}

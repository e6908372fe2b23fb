package io.tocsin.notifier.edge.kafka;

import io.tocsin.contracts.events.Notification;
import io.tocsin.contracts.events.NotificationId;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** All that one channel has in hand. */
final class Errands {
  private final Map<NotificationId, Errand> all = new ConcurrentHashMap<>();

  /**
   * The errand of {@code notification}.
   *
   * @param whenNew told of it when it is seen for the first time
   */
  Errand of(int partition, Notification notification, Consumer<Errand> whenNew) {
    return all.computeIfAbsent(
        notification.id(),
        id -> {
          Errand errand = new Errand(partition, notification);
          whenNew.accept(errand);
          return errand;
        });
  }

  boolean has(Errand errand) {
    return all.get(errand.id()) == errand;
  }

  void remove(Errand errand) {
    all.remove(errand.id(), errand);
  }

  /** Those whose result is not committed yet: in our hands, so not unknown. */
  Set<NotificationId> reserved() {
    return all.values().stream()
        .filter(Errand::isReserved)
        .map(Errand::id)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Waits until the results of {@code partitions} are committed, at most for {@code patience}. */
  void awaitIdle(Collection<Integer> partitions, Duration patience) {
    // what only waits in Kafka is another's now
    all.values().removeIf(each -> !each.isReserved() && partitions.contains(each.partition()));
    long deadline = System.nanoTime() + patience.toNanos();
    try {
      while (isBusy(partitions) && System.nanoTime() < deadline) {
        TimeUnit.MILLISECONDS.sleep(10);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean isBusy(Collection<Integer> partitions) {
    return all.values().stream()
        .anyMatch(each -> partitions.contains(each.partition()) && each.isUnderWay());
  }
}

package io.tocsin.notifier.core;

import io.tocsin.contracts.events.Delivery;
import io.tocsin.contracts.events.Notification;
import io.tocsin.contracts.events.NotificationId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * What became of every notification, by partition: the view of {@code deliveries}. It keeps the
 * state of each, the whole record only of those without a result, and the pages that never reached
 * a provider.
 */
public final class DeliveryBook {
  private final Map<Integer, Leaf> leaves = new ConcurrentHashMap<>();
  private final Consumer<Delivery> reader;

  public DeliveryBook() {
    this(any -> {});
  }

  /**
   * @param reader told of each record as it is written
   */
  public DeliveryBook(Consumer<Delivery> reader) {
    this.reader = reader;
  }

  /** Writes what is known now; a later record takes the place of an earlier one. */
  public void write(int partition, Delivery delivery) {
    leaf(partition).write(delivery);
    reader.accept(delivery);
  }

  /** The record of {@code id} was removed. */
  public void erase(int partition, NotificationId id) {
    leaf(partition).erase(id);
  }

  public boolean knows(int partition, NotificationId id) {
    return leaf(partition).knows(id);
  }

  /** Whether {@code page} certainly never reached its provider. */
  public boolean neverOpened(PageNumber page) {
    return leaves.values().stream().anyMatch(leaf -> leaf.unopened.contains(page));
  }

  /** Those without a result, in the order in which they were reserved. */
  public List<Notification> unanswered(int partition) {
    return leaf(partition).unanswered();
  }

  /** The partition is another's now. */
  public void forget(Collection<Integer> partitions) {
    leaves.keySet().removeAll(partitions);
  }

  private Leaf leaf(int partition) {
    return leaves.computeIfAbsent(partition, any -> new Leaf());
  }

  private static final class Leaf {
    private final Map<NotificationId, Delivery.State> states = new ConcurrentHashMap<>();
    private final Map<NotificationId, Notification> reserved = new LinkedHashMap<>();
    private final Set<PageNumber> unopened = ConcurrentHashMap.newKeySet();

    synchronized void write(Delivery delivery) {
      Notification notification = delivery.notification();
      states.put(notification.id(), delivery.state());
      reserved.remove(notification.id());
      if (delivery.state() == Delivery.State.RESERVED) {
        reserved.put(notification.id(), notification);
      }
      if (notification.act() == Notification.Act.PAGE && Reasons.neverOpened(delivery)) {
        notification.pages().forEach(n -> unopened.add(new PageNumber(notification.incident(), n)));
      }
    }

    synchronized void erase(NotificationId id) {
      states.remove(id);
      reserved.remove(id);
    }

    boolean knows(NotificationId id) {
      return states.containsKey(id);
    }

    synchronized List<Notification> unanswered() {
      return new ArrayList<>(reserved.values());
    }
  }
}

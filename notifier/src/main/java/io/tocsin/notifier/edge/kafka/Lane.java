package io.tocsin.notifier.edge.kafka;

import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.events.Delivery;
import io.tocsin.notifier.core.DeliveryBook;
import io.tocsin.notifier.edge.callback.References;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one consumer group serves: an installed channel, or all that are not installed. It outlives
 * any Kafka client.
 *
 * @param name of the group and its transactions
 * @param references of all channels: what was read is entered there too
 * @param desk where the channel sends from; null when these are not installed
 */
record Lane(
    String name,
    Set<Channel> channels,
    DeliveryBook book,
    References references,
    @Nullable Desk desk) {

  boolean serves(Channel channel) {
    return channels.contains(channel);
  }

  /** Takes in what {@code deliveries} says, if it is about one of the channels. */
  void enter(int partition, Delivery delivery) {
    if (serves(delivery.notification().channel())) {
      book.write(partition, delivery);
      references.enter(delivery);
    }
  }

  /** Lets what waits for its turn be sent, at most for {@code patience} in all. */
  static void drain(List<Lane> lanes, Duration patience) throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    for (Lane lane : lanes) {
      if (lane.desk() != null) {
        lane.desk().drain(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
      }
    }
  }

  /** Sends nothing more. */
  void close() {
    if (desk != null) {
      desk.close();
    }
  }
}

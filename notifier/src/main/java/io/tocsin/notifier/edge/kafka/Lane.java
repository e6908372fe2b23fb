package io.tocsin.notifier.edge.kafka;

import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.events.Delivery;
import io.tocsin.notifier.core.DeliveryBook;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one consumer group serves: an installed channel, or all that are not installed. It outlives
 * any Kafka client.
 *
 * @param name of the group and its transactions
 * @param desk where the channel sends from; null when these are not installed
 */
record Lane(String name, Set<Channel> channels, DeliveryBook book, @Nullable Desk desk) {

  boolean serves(Delivery delivery) {
    return channels.contains(delivery.notification().channel());
  }
}

package io.tocsin.benchmarks.lanes;

import io.tocsin.benchmarks.house.Follower;
import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.events.DeliveryReceipt;
import io.tocsin.contracts.events.JsonSerde;
import io.tocsin.contracts.events.Topics;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** When the engine was told what became of each notification, by channel and incident. */
final class Receipts implements AutoCloseable {
  private static final JsonSerde<DeliveryReceipt> SERDE = Topics.DELIVERY_RECEIPTS.serde();

  private final Map<Channel, Map<Long, Long>> told = new ConcurrentHashMap<>();
  private final Follower follower;

  Receipts(String kafka) {
    follower =
        new Follower(
            kafka,
            Topics.DELIVERY_RECEIPTS,
            from -> {
              DeliveryReceipt receipt = SERDE.value(from.value());
              told.computeIfAbsent(receipt.channel(), any -> new ConcurrentHashMap<>())
                  .putIfAbsent(receipt.incident().number(), receipt.at().toEpochMilli());
            });
  }

  /** As {@link Arrivals} tells arrivals. */
  Map<Long, Long> of(Channel channel) {
    return new HashMap<>(told.getOrDefault(channel, Map.of()));
  }

  /** Whether all of {@code count} incidents from {@code first} on have one. */
  boolean hasAll(Channel channel, long first, int count) {
    Map<Long, Long> known = told.getOrDefault(channel, Map.of());
    for (long number = first; number < first + count; number++) {
      if (!known.containsKey(number)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void close() throws InterruptedException {
    follower.close();
  }
}

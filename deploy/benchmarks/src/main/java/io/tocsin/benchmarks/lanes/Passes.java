package io.tocsin.benchmarks.lanes;

import io.tocsin.benchmarks.house.Running;
import io.tocsin.benchmarks.house.Waiting;
import io.tocsin.contracts.events.Channel;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One pass after the other on one system, each with incidents of its own. */
final class Passes {
  static final int PER_SECOND = 20;
  static final List<Channel> CHANNELS = List.of(Channel.PAGERDUTY, Channel.SLACK, Channel.EMAIL);
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final Running running;
  private final Notices notices;
  private final Receipts receipts;
  private final Arrivals arrivals;
  private final List<Lateness> told = new ArrayList<>();
  private long next = 1_000_000;

  Passes(Running running, Notices notices, Receipts receipts) {
    this.running = running;
    this.notices = notices;
    this.receipts = receipts;
    this.arrivals = new Arrivals(running);
  }

  /** How late the engine was told of pages that hung, one for each pass in which they did. */
  List<Lateness> told() {
    return told;
  }

  /**
   * Sends for {@code seconds}, and returns when every notification has its receipt.
   *
   * @param hangs whose provider answers nothing meanwhile; null for none
   * @return how late the messages of the others arrived
   */
  Map<Channel, Lateness> run(int seconds, @Nullable Channel hangs)
      throws IOException, InterruptedException {
    int count = PER_SECOND * seconds;
    long first = next;
    next += count;
    long from = arrivals.size();
    long began = write(first, seconds, hangs);
    for (Channel channel : CHANNELS) {
      Waiting.until(PATIENCE, () -> receipts.hasAll(channel, first, count));
    }
    if (hangs == Channel.PAGERDUTY) {
      told.add(Lateness.of(receipts.of(hangs), first, PER_SECOND, count, began));
    }
    Map<Channel, Map<Long, Long>> arrived = arrivals.since(from);
    Map<Channel, Lateness> found = new EnumMap<>(Channel.class);
    for (Channel channel : CHANNELS) {
      if (channel != hangs) {
        Map<Long, Long> times = arrived.getOrDefault(channel, Map.of());
        found.put(channel, Lateness.of(times, first, PER_SECOND, count, began));
      }
    }
    return found;
  }

  private long write(long first, int seconds, @Nullable Channel hangs)
      throws IOException, InterruptedException {
    if (hangs == null) {
      return notices.write(first, PER_SECOND, seconds);
    }
    Hang hang = Hang.of(running, hangs.wireName());
    try {
      return notices.write(first, PER_SECOND, seconds);
    } finally {
      hang.close();
    }
  }
}

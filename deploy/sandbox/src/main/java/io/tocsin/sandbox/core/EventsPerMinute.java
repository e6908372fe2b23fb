package io.tocsin.sandbox.core;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/** How many events each routing key may send within any 60 seconds. */
public final class EventsPerMinute {

  private static final Duration WINDOW = Duration.ofSeconds(60);

  private final int limit;
  private final Map<String, Deque<Instant>> admitted = new LinkedHashMap<>(16, 0.75f, true);

  /**
   * @param limit events per routing key; 0 means as many as there are
   */
  public EventsPerMinute(int limit) {
    this.limit = limit;
  }

  /** Whether one more event is let in now; one that is not does not count. */
  public boolean admits(String routingKey, Instant now) {
    if (limit == 0) {
      return true;
    }
    Instant windowStart = now.minus(WINDOW);
    forgetIdleKey(windowStart);
    Deque<Instant> recent = admitted.computeIfAbsent(routingKey, key -> new ArrayDeque<>());
    while (!recent.isEmpty() && !recent.peekFirst().isAfter(windowStart)) {
      recent.removeFirst();
    }
    if (recent.size() >= limit) {
      return false;
    }
    recent.addLast(now);
    return true;
  }

  private void forgetIdleKey(Instant windowStart) {
    Iterator<Deque<Instant>> leastRecentlyUsed = admitted.values().iterator();
    if (leastRecentlyUsed.hasNext() && !leastRecentlyUsed.next().getLast().isAfter(windowStart)) {
      leastRecentlyUsed.remove();
    }
  }
}

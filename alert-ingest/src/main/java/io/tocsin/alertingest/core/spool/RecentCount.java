package io.tocsin.alertingest.core.spool;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;

/** How often something happened lately, by who did it. */
public final class RecentCount {
  private static final int MOST = 10_000;

  private final Duration window;
  private final Deque<Happening> happenings = new ArrayDeque<>();

  /**
   * @param window how long something is recent
   */
  public RecentCount(Duration window) {
    this.window = window;
  }

  public void add(String who, int count, Instant now) {
    if (count > 0) {
      remember(who, count, now);
    }
  }

  private synchronized void remember(String who, int count, Instant now) {
    forgetBefore(now);
    if (happenings.size() < MOST) {
      happenings.add(new Happening(who, count, now));
    }
  }

  public synchronized Map<String, Integer> by(Instant now) {
    forgetBefore(now);
    Map<String, Integer> counts = new TreeMap<>();
    happenings.forEach(one -> counts.merge(one.who(), one.count(), Integer::sum));
    return counts;
  }

  private void forgetBefore(Instant now) {
    Instant since = now.minus(window);
    while (!happenings.isEmpty() && happenings.peek().at().isBefore(since)) {
      happenings.remove();
    }
  }

  private record Happening(String who, int count, Instant at) {}
}

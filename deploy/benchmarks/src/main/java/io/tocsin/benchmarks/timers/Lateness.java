package io.tocsin.benchmarks.timers;

import io.tocsin.benchmarks.timers.Firings.Firing;
import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * How late deadlines fired.
 *
 * @param decided from due to the decision, in milliseconds
 * @param seen from due to a reader of what is committed, in milliseconds
 * @param early how many were decided before they were due
 */
record Lateness(Histogram decided, Histogram seen, long early) {
  private static final long MOST = 3_600_000;

  static Lateness of(List<Firing> firings) {
    Histogram decided = new Histogram(MOST, 3);
    Histogram seen = new Histogram(MOST, 3);
    for (Firing firing : firings) {
      decided.recordValue(clamp(firing.decided() - firing.due()));
      seen.recordValue(clamp(firing.seen() - firing.due()));
    }
    long early = firings.stream().filter(firing -> firing.decided() < firing.due()).count();
    return new Lateness(decided, seen, early);
  }

  private static long clamp(long millis) {
    return Math.max(0, Math.min(MOST, millis));
  }

  /** In a line. */
  String text() {
    return "seen p50 %d, p99 %d, last %d ms late (decided p50 %d, p99 %d); %d early"
        .formatted(
            seen.getValueAtPercentile(50),
            seen.getValueAtPercentile(99),
            seen.getMaxValue(),
            decided.getValueAtPercentile(50),
            decided.getValueAtPercentile(99),
            early);
  }
}

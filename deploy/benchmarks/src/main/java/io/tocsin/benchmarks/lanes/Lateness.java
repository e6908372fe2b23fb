package io.tocsin.benchmarks.lanes;

import java.util.Map;
import org.HdrHistogram.Histogram;

/**
 * How long after they were due the messages of one channel in one pass arrived.
 *
 * @param missing that did not arrive
 */
record Lateness(Histogram millis, long missing) {
  private static final long SLOWEST = 3_600_000;

  /**
   * @param arrived when, by incident
   */
  static Lateness of(Map<Long, Long> arrived, long first, int perSecond, int count, long began) {
    Histogram millis = new Histogram(SLOWEST, 3);
    long missing = 0;
    for (int i = 0; i < count; i++) {
      Long at = arrived.get(first + i);
      if (at == null) {
        missing++;
      } else {
        long due = began + i * 1000L / perSecond;
        millis.recordValue(Math.max(0, Math.min(SLOWEST, at - due)));
      }
    }
    return new Lateness(millis, missing);
  }

  double at(double percentile) {
    return millis.getValueAtPercentile(percentile);
  }
}

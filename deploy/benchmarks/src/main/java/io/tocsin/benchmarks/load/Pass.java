package io.tocsin.benchmarks.load;

import org.HdrHistogram.Histogram;

/**
 * What came of one pass.
 *
 * @param accepted answered with 2xx
 * @param refused answered with anything else
 * @param broken not answered at all
 * @param startedAt the wall clock's time of the start, in milliseconds
 * @param seconds from the first request to the last answer
 * @param micros from the time at which a request was to be sent to its answer, in microseconds
 */
public record Pass(
    Pace pace,
    long sent,
    long accepted,
    long refused,
    long broken,
    long startedAt,
    double seconds,
    Histogram micros) {

  public double perSecond() {
    return accepted / seconds;
  }

  /** When request {@code number} of an open loop was to be sent, in milliseconds. */
  public long intendedMillis(long number) {
    return startedAt + pace.dueNanos(number) / 1_000_000;
  }

  public double millis(double percentile) {
    return micros.getValueAtPercentile(percentile) / 1000.0;
  }

  /** Whether every request was accepted. */
  public boolean isWhole() {
    return sent == accepted && sent > 0;
  }
}

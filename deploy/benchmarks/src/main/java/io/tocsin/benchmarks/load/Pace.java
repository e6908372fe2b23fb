package io.tocsin.benchmarks.load;

import java.time.Duration;

/**
 * How fast and how long.
 *
 * @param perSecond at fixed times, whatever the answers do (open loop); 0 for each connection's
 *     next request as soon as it has its answer (closed loop)
 * @param most how many requests at most
 * @param longest how long requests are sent
 */
public record Pace(int perSecond, long most, Duration longest) {

  /** So many a second for so many seconds. */
  public static Pace open(int perSecond, int seconds) {
    return new Pace(perSecond, (long) perSecond * seconds, Duration.ofDays(1));
  }

  /** As fast as it goes. */
  public static Pace closed(Duration longest) {
    return new Pace(0, Long.MAX_VALUE, longest);
  }

  /** So many, as fast as it goes. */
  public static Pace all(long count) {
    return new Pace(0, count, Duration.ofDays(1));
  }

  boolean isOpen() {
    return perSecond > 0;
  }

  /** When request {@code number} is to be sent, in nanoseconds after the start. */
  long dueNanos(long number) {
    return isOpen() ? (long) (number * 1e9 / perSecond) : 0;
  }
}

package io.tocsin.chaos.edge.plan;

import java.time.Duration;

/**
 * How much a seed does.
 *
 * @param alerts deliveries of webhooks, repeats not counted
 * @param load how long they take to be sent
 * @param faults how many at least
 */
public record Size(int alerts, Duration load, int faults) {
  /** One of many seeds. */
  public static final Size FULL = new Size(5_000, Duration.ofSeconds(12), 5);

  /** For a check that must be over within a minute. */
  public static final Size SMALL = new Size(800, Duration.ofSeconds(8), 3);
}

package io.tocsin.chaos.core.evidence;

import java.time.Duration;

/**
 * How long things may take. A limit counts only time in which nothing was broken.
 *
 * @param page from an accepted P1 to its page at the provider
 * @param late from a deadline to what it was set for
 * @param recovery after a fault is healed, until the limits count again
 * @param inFlight from an acknowledgement to the last page that was already on its way
 * @param settled from an incident's end to the last word about it at the provider
 * @param published from a change of an incident to the public page
 * @param skew what two processes' clocks may differ by, rounding included
 * @param waiting how long an alert may wait for Kafka before the catch-all is called
 */
public record Limits(
    Duration page,
    Duration late,
    Duration recovery,
    Duration inFlight,
    Duration settled,
    Duration published,
    Duration skew,
    Duration waiting) {

  /** For a machine that does other things besides. */
  public static final Limits USUAL =
      new Limits(
          Duration.ofSeconds(30),
          Duration.ofSeconds(10),
          Duration.ofSeconds(60),
          Duration.ofSeconds(2),
          Duration.ofSeconds(90),
          Duration.ofSeconds(15),
          Duration.ofMillis(250),
          Duration.ofSeconds(4));
}

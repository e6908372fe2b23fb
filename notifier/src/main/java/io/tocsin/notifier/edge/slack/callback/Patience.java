package io.tocsin.notifier.edge.slack.callback;

import java.time.Duration;

/**
 * How long each part of an answer may take.
 *
 * @param lookUp for Slack to say who somebody is
 * @param taking for Kafka to take what they want
 */
record Patience(Duration lookUp, Duration taking) {
  /** One after the other they are done before the 3 s are over that Slack waits. */
  static final Patience SLACKS = new Patience(Duration.ofSeconds(1), Duration.ofMillis(1_700));
}

package io.tocsin.contracts.runtime;

import org.apache.kafka.common.KafkaException;

/**
 * Kafka did not take what a stream gave it in time, and the stream's thread must die of it, so that
 * another begins behind what is committed.
 *
 * <p>As the {@code TimeoutException} or other retriable error that it is, Streams (4.2) would only
 * close the task and revive it beside a consumer that has read on. Exactly once, a revived task is
 * put together anew by the rebalance that follows and nobody sets the consumer back: what was
 * fetched and not committed is never processed. At least once, it remembers how far it had read, a
 * punctuation makes it commit that, and a stream that ends then has lost what lies between.
 */
final class StreamTooLate extends KafkaException {
  private static final long serialVersionUID = 1L;

  StreamTooLate(String what, Exception why) {
    super(what + " in time, and is taken again: " + why.getMessage(), why);
  }
}

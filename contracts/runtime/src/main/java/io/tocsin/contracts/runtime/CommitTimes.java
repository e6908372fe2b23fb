package io.tocsin.contracts.runtime;

import java.time.Duration;

/** Hears how long the commits of a stream take. */
@FunctionalInterface
public interface CommitTimes {
  /**
   * A transaction was committed; told on the stream's own thread.
   *
   * @param commit from the first wait for what was sent until Kafka had answered
   */
  void took(Duration commit);
}

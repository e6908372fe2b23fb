package io.tocsin.notifier.edge.kafka;

import java.time.Duration;

/**
 * How the notifier works ({@code tocsin.notifier}). Threads and bounds are those of one channel:
 * each has its own.
 *
 * @param instance tells this notifier from another on the same Kafka; the same in every life
 * @param threads that send; each has one incident at a time
 * @param backlog how many notifications may wait for their turn before no more are taken
 * @param owed how many may wait for another try before no more are taken
 * @param pagePatience how long a page waits for its turn with a provider that does not answer: then
 *     the engine calls by another way
 * @param flushEvery how often results are committed at most
 * @param drain how long a stop waits for what is under way
 * @param owedAgain how long an acknowledgement or resolution that failed waits for its next try
 */
public record NotifierSettings(
    String instance,
    int threads,
    int backlog,
    int owed,
    Duration pagePatience,
    Duration flushEvery,
    Duration drain,
    Duration owedAgain) {

  public NotifierSettings {
    if (instance.isBlank() || threads < 1 || backlog < 1 || owed < 1) {
      throw new IllegalArgumentException(
          "tocsin.notifier: instance must be set, threads, backlog and owed at least 1, were"
              + " '%s', %d, %d and %d".formatted(instance, threads, backlog, owed));
    }
  }
}

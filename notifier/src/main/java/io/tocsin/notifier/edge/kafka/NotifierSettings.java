package io.tocsin.notifier.edge.kafka;

import java.time.Duration;

/**
 * How the notifier works ({@code tocsin.notifier}).
 *
 * @param instance tells this notifier from another on the same Kafka; the same in every life
 * @param stripes threads that send; everything of one incident takes the same
 * @param backlog how many notifications may wait before no more are taken
 * @param flushEvery how often results are committed at most
 * @param drain how long a stop waits for what is under way
 * @param owedAgain how long an acknowledgement or resolution that failed waits for its next try
 */
public record NotifierSettings(
    String instance,
    int stripes,
    int backlog,
    Duration flushEvery,
    Duration drain,
    Duration owedAgain) {

  public NotifierSettings {
    if (instance.isBlank() || stripes < 1 || backlog < 1) {
      throw new IllegalArgumentException(
          "tocsin.notifier: instance must be set, stripes and backlog at least 1, were"
              + " '%s', %d and %d".formatted(instance, stripes, backlog));
    }
  }
}

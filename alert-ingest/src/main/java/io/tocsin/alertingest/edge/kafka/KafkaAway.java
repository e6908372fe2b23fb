package io.tocsin.alertingest.edge.kafka;

import org.jspecify.annotations.Nullable;

/** Kafka did not take a record in time. */
final class KafkaAway extends RuntimeException {
  private static final long serialVersionUID = 1L;

  KafkaAway(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}

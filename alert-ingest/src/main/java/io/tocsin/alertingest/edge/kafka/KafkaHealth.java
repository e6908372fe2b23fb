package io.tocsin.alertingest.edge.kafka;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Whether Kafka takes records; without it what comes waits in the spool. */
public final class KafkaHealth implements HealthIndicator {
  private final KafkaWatch watch;

  public KafkaHealth(KafkaWatch watch) {
    this.watch = watch;
  }

  @Override
  public Health health() {
    return watch.isReachable()
        ? Health.up().build()
        : Health.outOfService().withDetail("reason", watch.trouble()).build();
  }
}

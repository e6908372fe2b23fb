package io.tocsin.escalationengine.edge.kafka;

import io.tocsin.contracts.runtime.ClockGuard;
import org.apache.kafka.streams.KafkaStreams;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Ready while the stream runs; a clock that is not believed is said. */
final class EngineHealth implements HealthIndicator {
  private final EngineStreams streams;
  private final ClockGuard guard;

  EngineHealth(EngineStreams streams, ClockGuard guard) {
    this.streams = streams;
    this.guard = guard;
  }

  @Override
  public Health health() {
    String state = streams.state().map(KafkaStreams.State::name).orElse("NOT_STARTED");
    boolean runs = state.equals(KafkaStreams.State.RUNNING.name());
    return (runs ? Health.up() : Health.down())
        .withDetail("stream", state)
        .withDetail("clock", guard.isAlarmed() ? "not believed" : "believed")
        .build();
  }
}

package io.tocsin.severityclassifier.edge.kafka;

import java.util.Optional;
import org.apache.kafka.streams.KafkaStreams;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Ready while the stream runs; not while it starts, rebalances, restores or is dead. */
public final class StreamHealth implements HealthIndicator {
  private final StreamShape stream;

  public StreamHealth(StreamShape stream) {
    this.stream = stream;
  }

  @Override
  public Health health() {
    Optional<KafkaStreams.State> state = stream.state();
    boolean runs = state.filter(KafkaStreams.State.RUNNING::equals).isPresent();
    return (runs ? Health.up() : Health.outOfService())
        .withDetail("stream", state.map(Enum::name).orElse("NOT_STARTED"))
        .build();
  }
}

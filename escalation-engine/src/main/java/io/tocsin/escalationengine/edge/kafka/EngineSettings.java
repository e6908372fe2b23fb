package io.tocsin.escalationengine.edge.kafka;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the operator sets for the engine.
 *
 * @param bootstrapServers where Kafka is
 * @param policies the policy root
 * @param dataDirectory for local state, which can be rebuilt
 * @param instance this instance's own name in the group: it gets its partitions back at once after
 *     a restart
 */
@ConfigurationProperties("tocsin")
public record EngineSettings(
    Kafka kafka, String policies, String dataDirectory, @Nullable EngineOnly engine) {

  /** While one waits for Kafka or works off what is due, the other's teams are served. */
  private static final int THREADS = 2;

  /** Kafka's own part. */
  public record Kafka(
      String bootstrapServers,
      @DefaultValue("false") boolean flush,
      @DefaultValue("-1") short replicationFactor) {}

  /**
   * The engine's own part.
   *
   * @param threads of the stream, among which the teams' partitions are shared out
   */
  public record EngineOnly(@Nullable String instance, @Nullable Integer threads) {}

  String instance() {
    return engine == null || engine.instance() == null ? "engine" : engine.instance();
  }

  int threads() {
    return engine == null || engine.threads() == null ? THREADS : engine.threads();
  }
}

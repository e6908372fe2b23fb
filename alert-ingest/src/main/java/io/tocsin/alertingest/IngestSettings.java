package io.tocsin.alertingest;

import io.tocsin.contracts.runtime.KafkaSettings;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code tocsin.*} of this service.
 *
 * @param policies the policy root, which names the integrations
 * @param dataDirectory a folder of its own that outlives the process
 */
@ConfigurationProperties("tocsin")
public record IngestSettings(Kafka kafka, Path policies, Path dataDirectory) {

  /** As {@link KafkaSettings}, with its checks. */
  public record Kafka(
      String bootstrapServers,
      @DefaultValue("false") boolean flush,
      @DefaultValue("-1") short replicationFactor) {

    public Kafka {
      if (bootstrapServers.isBlank()) {
        throw new IllegalArgumentException(
            "tocsin.kafka.bootstrap-servers is empty: give HOST:PORT of a Kafka broker");
      }
    }

    KafkaSettings settings() {
      return new KafkaSettings(bootstrapServers, flush, replicationFactor);
    }
  }
}

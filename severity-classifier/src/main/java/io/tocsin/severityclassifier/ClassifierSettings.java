package io.tocsin.severityclassifier;

import io.tocsin.contracts.runtime.KafkaSettings;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The settings under {@code tocsin}.
 *
 * @param policies the policy root
 * @param dataDirectory where the stream keeps its local state
 */
@Validated
@ConfigurationProperties("tocsin")
public record ClassifierSettings(
    @NotNull Path policies, @NotNull Path dataDirectory, @NotNull @Valid Kafka kafka) {

  /** See {@link KafkaSettings}. */
  public record Kafka(
      @NotBlank String bootstrapServers,
      boolean flush,
      @DefaultValue("-1") short replicationFactor) {

    KafkaSettings settings() {
      return new KafkaSettings(bootstrapServers, flush, replicationFactor);
    }
  }
}

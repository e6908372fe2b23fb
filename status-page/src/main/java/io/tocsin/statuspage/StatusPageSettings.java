package io.tocsin.statuspage;

import io.tocsin.contracts.runtime.KafkaSettings;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.nio.file.Path;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * What the operator may set.
 *
 * @param policies the policy root
 * @param dataDirectory where the snapshot is kept
 */
@Validated
@ConfigurationProperties("tocsin")
public record StatusPageSettings(
    @NotNull KafkaSettings kafka,
    @NotNull Path policies,
    @NotNull Path dataDirectory,
    @NotNull @Valid PageSettings statusPage) {

  /**
   * @param name what the page calls itself
   * @param url where the public finds it
   * @param keptFor how long a resolved incident can be read, at least a day
   * @param keptAtMost how many resolved incidents can be read at all, the latest ones
   */
  public record PageSettings(
      @NotBlank String name,
      @NotBlank String url,
      @NotNull @DurationMin(days = 1) Duration keptFor,
      @Positive int keptAtMost) {}
}

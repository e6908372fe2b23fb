package io.tocsin.statuspage;

import io.tocsin.contracts.runtime.KafkaSettings;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
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
   */
  public record PageSettings(@NotBlank String name, @NotBlank String url) {}
}

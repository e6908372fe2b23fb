package io.tocsin.alertingest.edge.sns;

import io.tocsin.alertingest.core.sns.ReplayWindow;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code tocsin.sns.*}.
 *
 * @param certificates a folder of PEM files, taken by name in place of fetching; null to fetch
 * @param past how old a message may be: SNS repeats a delivery for up to an hour
 * @param ahead how far its time may be ahead of ours
 */
@ConfigurationProperties("tocsin.sns")
public record SnsSettings(
    @Nullable Path certificates,
    @DefaultValue("65m") Duration past,
    @DefaultValue("5m") Duration ahead) {

  public SnsSettings {
    if (certificates != null && certificates.toString().isBlank()) {
      certificates = null;
    }
    if (certificates != null && !Files.isDirectory(certificates)) {
      throw new IllegalArgumentException(
          "SNS_CERTIFICATES is no folder: %s. Make it, or unset it to fetch certificates from SNS"
              .formatted(certificates));
    }
  }

  ReplayWindow window() {
    return new ReplayWindow(past, ahead);
  }
}

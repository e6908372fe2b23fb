package io.tocsin.alertingest.edge.spool;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What the operator sets for the spool.
 *
 * @param folder of its files, on a disk that outlives the process
 * @param limit how much they may take there; beyond it webhooks are refused while Kafka is away
 */
@ConfigurationProperties("tocsin.spool")
public record SpoolSettings(Path folder, @DefaultValue("2GB") DataSize limit) {
  private static final DataSize LEAST = DataSize.ofKilobytes(64);

  public SpoolSettings {
    if (limit.compareTo(LEAST) < 0) {
      throw new IllegalArgumentException(
          "tocsin.spool.limit must be at least %d bytes, was %d"
              .formatted(LEAST.toBytes(), limit.toBytes()));
    }
  }
}

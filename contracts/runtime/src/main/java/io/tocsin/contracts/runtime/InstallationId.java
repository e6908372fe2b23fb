package io.tocsin.contracts.runtime;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What tells this installation from another at the same provider: 8 hex digits made from the id of
 * its Kafka cluster, so that every service knows it and it lives as long as the data.
 */
public final class InstallationId {
  private InstallationId() {}

  public static String of(KafkaSettings kafka) {
    try (BriefAdmin admin = BriefAdmin.of(kafka)) {
      return ofCluster(admin.client().describeCluster().clusterId().get(30, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while Kafka was asked for its cluster id", e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException(
          "Kafka at " + kafka.bootstrapServers() + " does not tell its cluster id", e);
    }
  }

  static String ofCluster(String clusterId) {
    return UUID.nameUUIDFromBytes(clusterId.getBytes(StandardCharsets.UTF_8))
        .toString()
        .substring(0, 8);
  }
}

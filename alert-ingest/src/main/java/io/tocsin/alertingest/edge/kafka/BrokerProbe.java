package io.tocsin.alertingest.edge.kafka;

import io.tocsin.contracts.runtime.KafkaSettings;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.jspecify.annotations.Nullable;

/** Asks the brokers whether they are there, over a connection that is kept. */
final class BrokerProbe implements AutoCloseable {
  private final KafkaSettings settings;
  private @Nullable Admin admin;

  BrokerProbe(KafkaSettings settings) {
    this.settings = settings;
  }

  /** Returns when a broker has answered; fails when none did within {@code patience}. */
  void ask(Duration patience) {
    try {
      admin()
          .describeCluster(new DescribeClusterOptions().timeoutMs((int) patience.toMillis()))
          .nodes()
          .get(patience.toMillis() + 500, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while Kafka was asked", e);
    } catch (ExecutionException | TimeoutException e) {
      throw new KafkaAway("Kafka at " + settings.bootstrapServers() + " does not answer", e);
    }
  }

  private synchronized Admin admin() {
    if (admin == null) {
      admin = Admin.create(settings.common());
    }
    return admin;
  }

  /** The next question opens another connection; nothing is waited for, as clocks may be set. */
  @Override
  public synchronized void close() {
    if (admin != null) {
      admin.close(Duration.ZERO);
      admin = null;
    }
  }
}

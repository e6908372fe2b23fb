package io.tocsin.allinone.broker;

import io.tocsin.allinone.StartRefused;
import io.tocsin.contracts.runtime.Background;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The embedded Kafka, kept alive: started, checked to be ours, started again when it dies. */
public final class BrokerProcess implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(BrokerProcess.class);
  private static final Duration START = Duration.ofSeconds(90);
  private static final Duration STOP = Duration.ofSeconds(4);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

  private final BrokerSettings settings;
  private final Path logs;
  private final ScheduledExecutorService keeper = Background.thread("broker-keeper");
  private volatile boolean stopping;
  private volatile BrokerJvm current;

  private BrokerProcess(BrokerSettings settings, Path logs, BrokerJvm first) {
    this.settings = settings;
    this.logs = logs;
    this.current = first;
  }

  /**
   * Starts the child and waits until it serves.
   *
   * @param logs the folder of its log
   */
  public static BrokerProcess start(BrokerSettings settings, Path logs) throws StartRefused {
    try {
      BrokerProcess broker = new BrokerProcess(settings, logs, BrokerJvm.start(settings, logs));
      try {
        broker.awaitReady();
      } catch (IOException | InterruptedException e) {
        broker.close();
        throw e;
      }
      broker.keepAlive();
      return broker;
    } catch (IOException e) {
      throw StartRefused.because(
          "the embedded Kafka did not start: " + e.getMessage() + " (more in " + logs + ")", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw StartRefused.because("interrupted while the embedded Kafka started", e);
    }
  }

  /** What clients connect to. */
  public String address() {
    return settings.address();
  }

  /** The process id of the child as it is now. */
  public long pid() {
    return current.process().pid();
  }

  private void awaitReady() throws IOException, InterruptedException {
    try {
      current.ready().get(START.toMillis(), TimeUnit.MILLISECONDS);
      checkWhoAnswers();
    } catch (ExecutionException e) {
      throw new IOException(e.getCause() == null ? "" : e.getCause().getMessage(), e);
    } catch (TimeoutException e) {
      throw new IOException("not ready after " + START.toSeconds() + " s", e);
    }
  }

  private void checkWhoAnswers()
      throws IOException, InterruptedException, ExecutionException, TimeoutException {
    Map<String, Object> client =
        Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, settings.address());
    try (Admin admin = Admin.create(client)) {
      String answers =
          admin.describeCluster().clusterId().get(START.toMillis(), TimeUnit.MILLISECONDS);
      if (!settings.clusterId().equals(answers)) {
        throw new IOException(
            "cluster %s answers at %s, not ours (%s)"
                .formatted(answers, settings.address(), settings.clusterId()));
      }
    }
  }

  private void keepAlive() {
    var unused = current.process().onExit().thenAccept(this::ended);
  }

  private void ended(Process process) {
    if (!stopping) {
      log.error(
          "the embedded Kafka ended by itself (exit code {}); starting it again",
          process.exitValue());
      keeper.execute(() -> again(Duration.ofSeconds(1)));
    }
  }

  private void again(Duration pause) {
    if (stopping) {
      return;
    }
    try {
      current = BrokerJvm.start(settings, logs);
      awaitReady();
      log.warn("the embedded Kafka serves again at {}", settings.address());
      keepAlive();
    } catch (IOException e) {
      log.error(
          "the embedded Kafka does not come back ({}); trying again in {} s",
          e.getMessage(),
          pause.toSeconds());
      current.process().destroyForcibly();
      Duration next = pause.multipliedBy(2);
      var unused =
          keeper.schedule(
              () -> again(next.compareTo(LONGEST_PAUSE) < 0 ? next : LONGEST_PAUSE),
              pause.toMillis(),
              TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Stops it orderly; kills it when that takes longer than 4 s. */
  @Override
  public void close() {
    stopping = true;
    keeper.shutdownNow();
    BrokerJvm jvm = current;
    jvm.askToStop();
    try {
      if (!jvm.process().waitFor(STOP.toMillis(), TimeUnit.MILLISECONDS)) {
        jvm.process().destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      jvm.process().destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}

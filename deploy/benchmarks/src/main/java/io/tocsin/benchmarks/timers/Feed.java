package io.tocsin.benchmarks.timers;

import io.tocsin.benchmarks.house.Dispositions;
import io.tocsin.contracts.events.Alert;
import io.tocsin.contracts.events.AlertId;
import io.tocsin.contracts.events.AlertKey;
import io.tocsin.contracts.events.ClassifiedAlert;
import io.tocsin.contracts.events.Evidence;
import io.tocsin.contracts.events.GroupingKey;
import io.tocsin.contracts.events.JsonSerde;
import io.tocsin.contracts.events.Reason;
import io.tocsin.contracts.events.Severity;
import io.tocsin.contracts.events.Signal;
import io.tocsin.contracts.events.TeamCode;
import io.tocsin.contracts.events.Topics;
import io.tocsin.contracts.runtime.KafkaSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Writes classified alerts as the classifier does: each opens an incident of its own. */
final class Feed implements AutoCloseable {
  private static final int AHEAD = 20_000;
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final JsonSerde<ClassifiedAlert> ALERT = Topics.CLASSIFIED_ALERTS.serde();

  private final KafkaProducer<String, byte[]> producer;
  private final Dispositions dispositions;
  private final String policy;
  private long written;

  /**
   * @param policy the hash of the bundle that the engine runs
   */
  Feed(String kafka, Dispositions dispositions, String policy) {
    this.producer = new KafkaProducer<>(KafkaSettings.of(kafka).producer());
    this.dispositions = dispositions;
    this.policy = policy;
  }

  /**
   * Opens up to {@code count} incidents of {@code teams} in turn, as fast as the engine takes them,
   * within {@code longest}.
   *
   * @return how many are open
   */
  long open(List<TeamCode> teams, Severity severity, long count, Duration longest)
      throws InterruptedException {
    long end = System.nanoTime() + longest.toNanos();
    long before = written;
    while (written - before < count && System.nanoTime() < end) {
      if (written - dispositions.count() > AHEAD) {
        LockSupport.parkNanos(5_000_000);
      } else {
        write(teams, severity);
      }
    }
    awaitOpened();
    return written - before;
  }

  /** Opens them at a fixed rate. */
  void open(List<TeamCode> teams, Severity severity, int perSecond, int seconds)
      throws InterruptedException {
    long start = System.nanoTime();
    for (int i = 0; i < perSecond * seconds; i++) {
      long due = start + i * 1_000_000_000L / perSecond;
      while (System.nanoTime() < due) {
        LockSupport.parkNanos(due - System.nanoTime());
      }
      write(teams, severity);
    }
    awaitOpened();
  }

  private void awaitOpened() throws InterruptedException {
    producer.flush();
    if (!dispositions.await(written, PATIENCE)) {
      throw new IllegalStateException(
          "%d of %d incidents were opened".formatted(dispositions.count(), written));
    }
  }

  private void write(List<TeamCode> teams, Severity severity) {
    long number = written++;
    TeamCode team = teams.get((int) (number % teams.size()));
    String service = "service-" + number;
    Instant now = Instant.now();
    Alert alert =
        new Alert(
            AlertId.ofDelivery("bench", service),
            AlertKey.of("bench", service),
            "bench",
            "datadog",
            Signal.TRIGGERED,
            "Triggered",
            service + " answers slowly",
            "The monitor has been above its threshold for five minutes.",
            service,
            Alert.PRODUCTION,
            null,
            Map.of("service", service, "env", Alert.PRODUCTION),
            List.of(),
            now,
            now,
            true);
    ClassifiedAlert classified =
        new ClassifiedAlert(
            alert,
            team,
            service,
            GroupingKey.of(team, service, Alert.PRODUCTION, Map.of()),
            severity,
            false,
            true,
            new Reason("bench", "as the measurement wants it"),
            Set.of(),
            Evidence.NONE,
            List.of(),
            null,
            policy,
            now);
    producer.send(
        new ProducerRecord<>(
            Topics.CLASSIFIED_ALERTS.name(),
            classified.groupingKey().value(),
            ALERT.bytes(classified)));
  }

  @Override
  public void close() {
    producer.close();
  }
}

package io.tocsin.benchmarks.house;

import io.tocsin.contracts.events.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** What became of the accepted alerts: counted by alert, with the time of the last. */
public final class Dispositions implements AutoCloseable {
  private final Set<String> alerts = new HashSet<>();
  private final Follower follower;
  private long records;
  private long lastNanos;

  /** Counts from the beginning of the topic. */
  public Dispositions(String kafka) {
    follower = new Follower(kafka, Topics.ALERT_DISPOSITIONS, this::count);
  }

  private synchronized void count(ConsumerRecord<String, byte[]> record) {
    Header id = record.headers().lastHeader("ce_id");
    alerts.add(id == null ? "" : new String(id.value(), StandardCharsets.US_ASCII));
    records++;
    lastNanos = System.nanoTime();
  }

  /** Alerts that have a disposition. */
  public synchronized long count() {
    return alerts.size();
  }

  /** Dispositions beyond the first of an alert: there should be none. */
  public synchronized long doubled() {
    return records - alerts.size();
  }

  /** When the last one was seen, of {@link System#nanoTime}. */
  public synchronized long lastNanos() {
    return lastNanos;
  }

  /** Whether there are {@code wanted} within {@code patience}. */
  public boolean await(long wanted, Duration patience) throws InterruptedException {
    return Waiting.until(patience, () -> count() >= wanted);
  }

  @Override
  public void close() throws InterruptedException {
    follower.close();
  }
}

package io.tocsin.alertingest.edge.spool;

import io.tocsin.alertingest.core.spool.SpoolStanding;
import io.tocsin.alertingest.edge.spool.SpoolRefused.Why;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes what Kafka does not, and keeps it until Kafka does. */
public final class Spool implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Spool.class);
  private static final Duration PATIENCE = Duration.ofSeconds(8);

  private final SpoolDisk disk;
  private final SpoolWriter writer;
  private final InstantSource clock;
  private final AtomicLong held = new AtomicLong();
  private final AtomicLong setAside = new AtomicLong();
  private final Semaphore stored = new Semaphore(0);
  private volatile @Nullable Refusal refusal;

  public Spool(SpoolSettings settings, InstantSource clock) {
    this.disk = new SpoolDisk(settings, this::found);
    this.writer = new SpoolWriter(disk);
    this.clock = clock;
  }

  /** Reads what a former process left, and begins to take more. */
  public void start() {
    try {
      disk.open();
    } catch (SpoolRefused e) {
      log.error("there is no spool: without Kafka, webhooks are refused: {}", e.getMessage());
    }
    writer.start();
  }

  private void found(long records) {
    if (records > 0) {
      held.addAndGet(records);
      stored.release();
      log.warn("{} records of a former run wait for Kafka", records);
    }
  }

  /**
   * Completes when all of it is on disk; fails with {@link SpoolRefused} otherwise, also when the
   * disk is only slow: then it may be there all the same.
   */
  public CompletableFuture<Void> add(List<ProducerRecord<String, byte[]>> records) {
    held.addAndGet(records.size());
    return writer
        .add(records)
        .whenComplete((done, failed) -> settle(records.size(), failed))
        .copy()
        .orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
        .exceptionally(
            failed -> {
              throw refused(failed);
            });
  }

  private void settle(int records, @Nullable Throwable failed) {
    if (failed == null) {
      refusal = null;
      stored.release();
    } else {
      held.addAndGet(-records);
    }
  }

  private SpoolRefused refused(Throwable failed) {
    Throwable cause = failed instanceof CompletionException ? failed.getCause() : failed;
    SpoolRefused why =
        cause instanceof SpoolRefused known
            ? known
            : new SpoolRefused(Why.UNWRITABLE, "the disk does not answer", failed);
    refusal = new Refusal(why.why(), String.valueOf(why.getMessage()), clock.instant());
    return why;
  }

  /** Whether anything waits, so that what comes must wait behind it. */
  public boolean isHolding() {
    return held.get() > 0;
  }

  public SpoolStanding standing() {
    return disk.standing();
  }

  /** The last time that it did not take something; absent when it has taken something since. */
  public @Nullable Refusal refusal() {
    return refusal;
  }

  /** How many records Kafka refused for good since the start. */
  public long setAside() {
    return setAside.get();
  }

  /** Waits a while for something to be there. */
  void awaitStored(Duration longest) throws InterruptedException {
    if (stored.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS)) {
      stored.drainPermits();
    }
  }

  /** The first records; none when nothing waits. */
  Chunk read() throws IOException {
    return disk.read();
  }

  /** Kafka has them. */
  void remove(Chunk chunk) throws IOException {
    try {
      disk.remove(chunk);
    } finally {
      held.addAndGet(-chunk.records().size());
    }
  }

  /** Keeps a record that Kafka will never take where it holds back no other. */
  void setAside(ProducerRecord<String, byte[]> record, String why) throws IOException {
    disk.setAside(record, why);
    setAside.incrementAndGet();
  }

  @Override
  public void close() {
    writer.close();
    try {
      disk.close();
    } catch (IOException e) {
      log.warn("the spool was not closed well; what is in it is safe: {}", e.toString());
    }
  }

  /**
   * Something was not taken.
   *
   * @param message to a person
   */
  public record Refusal(Why why, String message, Instant at) {}
}

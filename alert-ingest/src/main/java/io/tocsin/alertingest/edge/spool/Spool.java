package io.tocsin.alertingest.edge.spool;

import io.tocsin.alertingest.core.spool.SpoolStanding;
import io.tocsin.alertingest.edge.spool.SpoolRefused.Why;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.record.SimpleRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what Kafka does not. One thread writes: all that waits becomes one batch and one put to
 * disk, so that many requests are answered by one.
 */
public final class Spool implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Spool.class);
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final long MAX_WAITING_BYTES = 16L * 1024 * 1024;

  private final SpoolSettings settings;
  private final InstantSource clock;
  private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
  private final AtomicLong waitingBytes = new AtomicLong();
  private final AtomicLong held = new AtomicLong();
  private final AtomicLong setAside = new AtomicLong();
  private final Semaphore stored = new Semaphore(0);
  private final Thread writer = new Thread(this::write, "spool-writer");
  private volatile boolean stopped;
  private volatile @Nullable SpoolLog disk;
  private volatile @Nullable Refusal refusal;

  public Spool(SpoolSettings settings, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
    writer.setDaemon(true);
  }

  /** Reads what a former process left, and begins to take more. */
  public void start() {
    try {
      open();
    } catch (SpoolRefused e) {
      log.error("there is no spool: without Kafka, webhooks are refused: {}", e.getMessage());
    }
    writer.start();
  }

  private SpoolLog open() {
    SpoolLog opened = disk;
    if (opened != null) {
      return opened;
    }
    try {
      opened = SpoolLog.open(settings.folder(), settings.limit().toBytes());
    } catch (IOException | RuntimeException e) {
      throw new SpoolRefused(Why.UNWRITABLE, "the spool cannot be opened: " + e, e);
    }
    disk = opened;
    long found = opened.standing().records();
    if (found > 0) {
      held.addAndGet(found);
      log.warn("{} records of a former run wait for Kafka", found);
      stored.release();
    }
    return opened;
  }

  /** Completes when all of it is on disk; fails with {@link SpoolRefused} otherwise. */
  public CompletableFuture<Void> add(List<ProducerRecord<String, byte[]>> records) {
    long bytes = records.stream().mapToLong(Spooled::size).sum();
    if (stopped || waitingBytes.addAndGet(bytes) > MAX_WAITING_BYTES) {
      waitingBytes.addAndGet(-bytes);
      return CompletableFuture.failedFuture(
          refused(new SpoolRefused(Why.UNWRITABLE, "too much waits for the disk", null)));
    }
    held.addAndGet(records.size());
    Waiting waiting = new Waiting(records, bytes, new CompletableFuture<>());
    queue.add(waiting);
    return waiting
        .outcome()
        .orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
        .exceptionally(
            failed -> {
              throw failed instanceof SpoolRefused known
                  ? known
                  : refused(new SpoolRefused(Why.UNWRITABLE, "the disk does not answer", failed));
            });
  }

  /** Whether anything waits, so that what comes must wait behind it. */
  public boolean isHolding() {
    return held.get() > 0;
  }

  public SpoolStanding standing() {
    SpoolLog opened = disk;
    return opened == null ? SpoolStanding.EMPTY : opened.standing();
  }

  /** The last time that it did not take something; absent when it has taken something since. */
  public @Nullable Refusal refusal() {
    return refusal;
  }

  private void write() {
    while (!stopped) {
      try {
        Waiting first = queue.poll(1, TimeUnit.SECONDS);
        if (first != null) {
          writeWith(first);
        }
      } catch (InterruptedException e) {
        log.debug("the spool's writer is ended by its flag alone: an interrupt closes files");
      } catch (RuntimeException e) {
        log.error("the spool's writer stumbled and goes on", e);
      }
    }
    queue.forEach(
        late -> refuse(late, new SpoolRefused(Why.UNWRITABLE, "the service is stopped", null)));
  }

  /** Everybody who waits by now goes with the first. */
  private void writeWith(Waiting first) {
    List<Waiting> group = new ArrayList<>();
    List<SimpleRecord> records = new ArrayList<>();
    long bytes = 0;
    for (Waiting one = first; one != null; one = next(records.size(), bytes)) {
      if (takes(one, bytes)) {
        group.add(one);
        one.records().forEach(record -> records.add(Spooled.toDisk(record)));
        bytes += one.bytes();
      }
    }
    if (!group.isEmpty()) {
      put(group, records);
    }
  }

  private @Nullable Waiting next(int records, long bytes) {
    return Chunk.isEnough(records, bytes) ? null : queue.poll();
  }

  private boolean takes(Waiting one, long before) {
    try {
      if (open().fits(before + one.bytes())) {
        return true;
      }
      refuse(
          one,
          new SpoolRefused(Why.FULL, "the spool is full at %s".formatted(settings.limit()), null));
    } catch (SpoolRefused e) {
      refuse(one, e);
    }
    return false;
  }

  private void put(List<Waiting> group, List<SimpleRecord> records) {
    try {
      open().append(records);
    } catch (IOException | RuntimeException e) {
      SpoolRefused why = new SpoolRefused(Why.UNWRITABLE, "the spool cannot be written: " + e, e);
      group.forEach(one -> refuse(one, why));
      return;
    }
    refusal = null;
    stored.release();
    group.forEach(this::took);
  }

  private void took(Waiting one) {
    waitingBytes.addAndGet(-one.bytes());
    one.outcome().complete(null);
  }

  private void refuse(Waiting one, SpoolRefused why) {
    waitingBytes.addAndGet(-one.bytes());
    held.addAndGet(-one.records().size());
    one.outcome().completeExceptionally(refused(why));
  }

  private SpoolRefused refused(SpoolRefused why) {
    refusal = new Refusal(why.why(), String.valueOf(why.getMessage()), clock.instant());
    return why;
  }

  /** Waits a while for something to be there. */
  boolean awaitStored(Duration longest) throws InterruptedException {
    boolean any = stored.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS);
    stored.drainPermits();
    return any;
  }

  /** The first records; none when nothing waits. */
  Chunk read() throws IOException {
    SpoolLog opened = disk;
    return opened == null ? Chunk.NONE : opened.read();
  }

  /** Kafka has them. */
  void remove(Chunk chunk) throws IOException {
    SpoolLog opened = disk;
    if (opened != null) {
      try {
        opened.remove(chunk);
      } finally {
        held.addAndGet(-chunk.records().size());
      }
    }
  }

  /** Keeps what Kafka will never take, so that a person can read it. */
  void setAside(ProducerRecord<String, byte[]> record, String why) throws IOException {
    Path folder = settings.folder().resolve("refused");
    try (SpoolLog refused = SpoolLog.open(folder, settings.limit().toBytes())) {
      refused.append(List.of(Spooled.toDisk(record)));
    }
    setAside.incrementAndGet();
    log.error(
        "Kafka refuses the record {} for good ({}); it is kept under {}: show it with"
            + " kafka-dump-log.sh --print-data-log --files",
        record.key(),
        why,
        folder);
  }

  /** How many records Kafka refused for good since the start. */
  public long setAside() {
    return setAside.get();
  }

  @Override
  public void close() {
    stopped = true;
    try {
      writer.join(PATIENCE.toMillis());
      SpoolLog opened = disk;
      if (opened != null) {
        opened.close();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      log.warn("the spool was not closed well; what is in it is safe: {}", e.toString());
    }
  }

  /** One delivery's records, and who is told. */
  private record Waiting(
      List<ProducerRecord<String, byte[]>> records, long bytes, CompletableFuture<Void> outcome) {}

  /**
   * Something was not taken.
   *
   * @param message to a person
   */
  public record Refusal(Why why, String message, Instant at) {}
}

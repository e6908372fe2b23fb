package io.tocsin.alertingest.edge.spool;

import io.tocsin.alertingest.edge.spool.SpoolRefused.Why;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.record.SimpleRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One thread writes: all that waits by then becomes one batch and one put to disk, so that many
 * requests are answered by one. It is ended by its flag alone: an interrupt closes files.
 */
final class SpoolWriter implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(SpoolWriter.class);
  private static final Duration END = Duration.ofSeconds(5);
  private static final long MAX_WAITING_BYTES = 16L * 1024 * 1024;

  private final SpoolDisk disk;
  private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
  private final AtomicLong waitingBytes = new AtomicLong();
  private final Thread thread = new Thread(this::run, "spool-writer");
  private volatile boolean stopped;

  SpoolWriter(SpoolDisk disk) {
    this.disk = disk;
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  /** Completes when all of it is on disk; fails with {@link SpoolRefused} otherwise. */
  CompletableFuture<Void> add(List<ProducerRecord<String, byte[]>> records) {
    long bytes = records.stream().mapToLong(Spooled::size).sum();
    Waiting waiting = new Waiting(records, bytes, new CompletableFuture<>());
    if (waitingBytes.addAndGet(bytes) > MAX_WAITING_BYTES || stopped) {
      refuse(waiting, new SpoolRefused(Why.UNWRITABLE, "too much waits for the disk", null));
    } else {
      queue.add(waiting);
    }
    return waiting.outcome();
  }

  private void run() {
    while (!stopped) {
      try {
        Waiting first = queue.poll(1, TimeUnit.SECONDS);
        if (first != null) {
          writeWith(first);
        }
      } catch (InterruptedException e) {
        log.debug("the spool's writer is not to be interrupted");
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
      if (hasRoom(one, bytes)) {
        group.add(one);
        one.records().forEach(record -> records.add(Spooled.toDisk(record)));
        bytes += one.bytes();
      }
    }
    if (!group.isEmpty()) {
      write(group, records);
    }
  }

  private @Nullable Waiting next(int records, long bytes) {
    return Chunk.isEnough(records, bytes) ? null : queue.poll();
  }

  private boolean hasRoom(Waiting one, long before) {
    try {
      disk.requireRoom(before + one.bytes());
      return true;
    } catch (SpoolRefused e) {
      refuse(one, e);
      return false;
    }
  }

  private void write(List<Waiting> group, List<SimpleRecord> records) {
    try {
      disk.append(records);
    } catch (SpoolRefused e) {
      group.forEach(one -> refuse(one, e));
      return;
    } catch (RuntimeException e) {
      log.error("the spool's writer met a fault of ours", e);
      SpoolRefused why = new SpoolRefused(Why.UNWRITABLE, "the spool cannot be written: " + e, e);
      group.forEach(one -> refuse(one, why));
      return;
    }
    for (Waiting one : group) {
      waitingBytes.addAndGet(-one.bytes());
      one.outcome().complete(null);
    }
  }

  private void refuse(Waiting one, SpoolRefused why) {
    waitingBytes.addAndGet(-one.bytes());
    one.outcome().completeExceptionally(why);
  }

  @Override
  public void close() {
    stopped = true;
    try {
      thread.join(END.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** One delivery's records, and who is told. */
  private record Waiting(
      List<ProducerRecord<String, byte[]>> records, long bytes, CompletableFuture<Void> outcome) {}
}

package io.tocsin.alertingest.edge.spool;

import io.tocsin.alertingest.core.spool.SpoolStanding;
import io.tocsin.alertingest.edge.spool.SpoolRefused.Why;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.record.SimpleRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The spool's log, opened when that is possible: a disk that cannot be used now may be mended. */
final class SpoolDisk implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(SpoolDisk.class);

  private final SpoolSettings settings;
  private final LongConsumer found;
  private volatile @Nullable SpoolLog opened;

  /**
   * @param found is told how many records a former process left
   */
  SpoolDisk(SpoolSettings settings, LongConsumer found) {
    this.settings = settings;
    this.found = found;
  }

  /** Called by one thread at a time. */
  SpoolLog open() {
    SpoolLog known = opened;
    if (known != null) {
      return known;
    }
    try {
      SpoolLog fresh = SpoolLog.open(settings.folder(), settings.limit().toBytes());
      opened = fresh;
      found.accept(fresh.standing().records());
      return fresh;
    } catch (IOException | RuntimeException e) {
      throw new SpoolRefused(Why.UNWRITABLE, "the spool cannot be opened: " + e, e);
    }
  }

  void requireRoom(long bytes) {
    if (!open().fits(bytes)) {
      throw new SpoolRefused(
          Why.FULL, "the spool is full at its limit of %s".formatted(settings.limit()), null);
    }
  }

  void append(List<SimpleRecord> records) {
    try {
      open().append(records);
    } catch (IOException e) {
      throw new SpoolRefused(Why.UNWRITABLE, "the spool cannot be written: " + e, e);
    }
  }

  Chunk read() throws IOException {
    SpoolLog known = opened;
    return known == null ? Chunk.NONE : known.read();
  }

  void remove(Chunk chunk) throws IOException {
    open().remove(chunk);
  }

  SpoolStanding standing() {
    SpoolLog known = opened;
    return known == null ? SpoolStanding.EMPTY : known.standing();
  }

  /** Keeps what Kafka will never take, so that a person can read it. */
  void setAside(ProducerRecord<String, byte[]> record, String why) throws IOException {
    Path folder = settings.folder().resolve("refused");
    try (SpoolLog refused = SpoolLog.open(folder, settings.limit().toBytes())) {
      refused.append(List.of(Spooled.toDisk(record)));
    }
    log.error(
        "Kafka refuses the record {} for good ({}); it is kept under {}: show it with"
            + " kafka-dump-log.sh --print-data-log --files",
        record.key(),
        why,
        folder);
  }

  @Override
  public void close() throws IOException {
    SpoolLog known = opened;
    if (known != null) {
      known.close();
    }
  }
}

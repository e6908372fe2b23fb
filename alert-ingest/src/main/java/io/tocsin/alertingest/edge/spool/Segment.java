package io.tocsin.alertingest.edge.spool;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.record.FileLogInputStream.FileChannelRecordBatch;
import org.apache.kafka.common.record.FileRecords;
import org.apache.kafka.common.record.MemoryRecords;
import org.apache.kafka.common.record.Record;
import org.apache.kafka.common.record.SimpleRecord;
import org.apache.kafka.common.utils.Utils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One file of the spool. Each batch has a checksum and is put to disk before the next is begun, so
 * that only the last can be torn; one that is torn was answered to nobody.
 */
final class Segment implements AutoCloseable {
  static final String SUFFIX = ".log";

  private static final Logger log = LoggerFactory.getLogger(Segment.class);

  private final FileRecords file;
  private final int found;
  private int bytes;
  private long next;

  private Segment(FileRecords file, long base) {
    this.file = file;
    this.found = file.sizeInBytes();
    this.next = base;
  }

  /** A new file, whose name is on disk when this returns. */
  static Segment begin(Path folder, long base) throws IOException {
    Path path = folder.resolve("%020d%s".formatted(base, SUFFIX));
    Segment segment = new Segment(FileRecords.open(path.toFile(), true), base);
    try {
      Utils.flushDir(folder);
      return segment;
    } catch (IOException e) {
      segment.close();
      throw e;
    }
  }

  /** A file that is there, as far as it is whole. */
  static Segment open(Path path) throws IOException {
    String name = String.valueOf(path.getFileName());
    long base = Long.parseLong(name.substring(0, name.length() - SUFFIX.length()));
    Segment segment = new Segment(FileRecords.open(path.toFile(), true), base);
    segment.measure();
    return segment;
  }

  private void measure() {
    try {
      for (FileChannelRecordBatch batch : file.batches()) {
        batch.ensureValid();
        // the checksum does not cover where the batch says it begins
        if (batch.baseOffset() < next || batch.countOrNull() == null) {
          return;
        }
        bytes += batch.sizeInBytes();
        next = batch.nextOffset();
      }
    } catch (RuntimeException e) {
      log.debug("{} is whole up to byte {}", file.file(), bytes, e);
    }
  }

  /** How many bytes stand behind what is whole. */
  int torn() {
    return found - bytes;
  }

  /** Takes what is torn off. */
  void mend() throws IOException {
    file.truncateTo(bytes);
    file.flush();
  }

  /** The records are on disk when this returns; when it fails, nothing may be added any more. */
  void append(List<SimpleRecord> records, long offset) throws IOException {
    SimpleRecord[] all = records.toArray(SimpleRecord[]::new);
    file.append(MemoryRecords.withRecords(offset, Compression.NONE, all));
    file.flush();
    bytes = file.sizeInBytes();
    next = offset + all.length;
  }

  /**
   * Whole batches, until there is enough of them.
   *
   * @param position where a batch begins
   * @param from the first record that is wanted
   */
  Chunk read(int position, long from) throws IOException {
    List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
    int at = position;
    long last = from;
    for (FileChannelRecordBatch batch : batches(position)) {
      for (Record record : batch) {
        if (record.offset() >= from) {
          records.add(Spooled.fromDisk(record));
        }
      }
      last = batch.nextOffset();
      at += batch.sizeInBytes();
      if (Chunk.isEnough(records.size(), at - position)) {
        break;
      }
    }
    return new Chunk(records, at, last);
  }

  /** When the first record from {@code from} on was accepted. */
  Optional<Instant> timeOf(int position, long from) throws IOException {
    for (FileChannelRecordBatch batch : batches(position)) {
      for (Record record : batch) {
        if (record.offset() >= from) {
          return Optional.of(Instant.ofEpochMilli(record.timestamp()));
        }
      }
    }
    return Optional.empty();
  }

  /** How many records stand in it from {@code from} on. */
  long count(long from) throws IOException {
    long count = 0;
    for (FileChannelRecordBatch batch : batches(0)) {
      count += Math.max(0, batch.nextOffset() - Math.max(batch.baseOffset(), from));
    }
    return count;
  }

  /** Where the batch begins that holds the first record from {@code from} on. */
  int positionOf(long from) throws IOException {
    int at = 0;
    for (FileChannelRecordBatch batch : batches(0)) {
      if (batch.nextOffset() > from) {
        break;
      }
      at += batch.sizeInBytes();
    }
    return at;
  }

  /** Never what stands behind the last that was confirmed. */
  private Iterable<FileChannelRecordBatch> batches(int position) throws IOException {
    return file.slice(position, bytes - position).batches();
  }

  int bytes() {
    return bytes;
  }

  /** The offset after its last record. */
  long next() {
    return next;
  }

  File file() {
    return file.file();
  }

  void delete() throws IOException {
    file.deleteIfExists();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}

package io.tocsin.alertingest.edge.spool;

import io.tocsin.alertingest.core.spool.SpoolStanding;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.apache.kafka.common.record.SimpleRecord;
import org.jspecify.annotations.Nullable;

/**
 * Records in a folder, first in, first out. What {@link #append} took is there after a crash; what
 * {@link #remove} took away may be there again.
 */
final class SpoolLog implements AutoCloseable {
  private static final int SEGMENT = 64 * 1024 * 1024;
  private static final int PARTS = 8;

  private final SpoolFolder folder;
  private final long limit;
  private final int segmentBytes;
  private final Deque<Segment> segments = new ArrayDeque<>();
  private boolean appendable;
  private int position;
  private long first;
  private long next;
  private long records;
  private @Nullable Instant oldest;
  private volatile SpoolStanding standing = SpoolStanding.EMPTY;

  private SpoolLog(SpoolFolder folder, long limit) {
    this.folder = folder;
    this.limit = limit;
    this.segmentBytes = (int) Math.max(1, Math.min(SEGMENT, limit / PARTS));
  }

  /**
   * Goes on from what is there.
   *
   * @param limit how many bytes it may take on disk
   * @throws IOException when the folder cannot be made, read or written, or another process has it
   */
  static SpoolLog open(Path path, long limit) throws IOException {
    SpoolFolder folder = SpoolFolder.open(path);
    try {
      SpoolLog log = new SpoolLog(folder, limit);
      log.recover();
      return log;
    } catch (IOException | RuntimeException e) {
      folder.close();
      throw e;
    }
  }

  private synchronized void recover() throws IOException {
    first = folder.drained();
    next = first;
    for (Segment segment : folder.segments()) {
      next = Math.max(next, segment.next());
      if (segment.next() <= first) {
        discard(segment);
      } else {
        segments.add(segment);
        records += segment.count(first);
      }
    }
    position = segments.isEmpty() ? 0 : segments.getFirst().positionOf(first);
    look();
    tell();
  }

  /** Whether so many bytes more are within the limit. */
  synchronized boolean fits(long bytes) {
    return onDisk() + bytes <= limit;
  }

  /** The records are on disk when this returns. */
  synchronized void append(List<SimpleRecord> added) throws IOException {
    long offset = next;
    // a batch that fails may be found later all the same: its places are not given away again
    next = offset + added.size();
    if (!appendable || segments.getLast().bytes() >= segmentBytes) {
      appendable = false;
      segments.add(Segment.begin(folder.path(), offset));
      appendable = true;
    }
    try {
      segments.getLast().append(added, offset);
      records += added.size();
      if (oldest == null) {
        oldest = Instant.ofEpochMilli(added.get(0).timestamp());
      }
    } catch (IOException | RuntimeException e) {
      abandon();
      throw e;
    } finally {
      tell();
    }
  }

  /** After a failed write nobody knows what the file holds behind what was confirmed. */
  private void abandon() {
    appendable = false;
    try {
      segments.getLast().mend();
    } catch (IOException | RuntimeException stillBroken) {
      // what is behind is not read now, and is cut off at the next start
    }
  }

  /** The first records; none when it is empty. */
  synchronized Chunk read() throws IOException {
    forward();
    return segments.isEmpty()
        ? new Chunk(List.of(), 0, first)
        : segments.getFirst().read(position, first);
  }

  /** Kafka has the records of {@code chunk}. */
  synchronized void remove(Chunk chunk) throws IOException {
    first = chunk.next();
    position = chunk.end();
    records -= chunk.records().size();
    try {
      forward();
      look();
      folder.drained(first);
    } finally {
      tell();
    }
  }

  /** Leaves files behind that nothing is wanted of. */
  private void forward() throws IOException {
    while (!segments.isEmpty() && position >= segments.getFirst().bytes()) {
      Segment done = segments.removeFirst();
      position = 0;
      appendable &= !segments.isEmpty();
      discard(done);
    }
  }

  private static void discard(Segment segment) throws IOException {
    segment.close();
    segment.delete();
  }

  SpoolStanding standing() {
    return standing;
  }

  /** When the first of what is left was accepted. */
  private void look() throws IOException {
    oldest = null;
    if (!segments.isEmpty()) {
      oldest = segments.getFirst().timeOf(position, first).orElse(null);
    }
  }

  private void tell() {
    standing = records == 0 ? SpoolStanding.EMPTY : new SpoolStanding(records, onDisk(), oldest);
  }

  private long onDisk() {
    return segments.stream().mapToLong(Segment::bytes).sum();
  }

  @Override
  public synchronized void close() throws IOException {
    for (Segment segment : segments) {
      segment.close();
    }
    folder.close();
  }
}

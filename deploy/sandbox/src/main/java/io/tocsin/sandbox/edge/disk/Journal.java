package io.tocsin.sandbox.edge.disk;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Appends lines to a file, on a thread of its own, as many at once as have come meanwhile.
 *
 * <p>A line whose future is complete survives the end of this process, {@code kill -9} included.
 */
final class Journal implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Journal.class);
  private static final int MOST_WAITING = 100_000;
  private static final int MOST_AT_ONCE = 1_024;

  private final FileChannel file;
  private final BlockingQueue<Step> waiting = new LinkedBlockingQueue<>();
  private final Thread writer = new Thread(this::write, "sandbox-journal");

  /** A line to append, or no line: empty the file. */
  private record Step(byte @Nullable [] line, boolean last, CompletableFuture<Void> done) {}

  /** Starts to write at the end of that file, and closes it in the end. */
  Journal(FileChannel file) throws IOException {
    this.file = file;
    file.position(file.size());
    writer.start();
  }

  /** Whether another line can wait; if not, the disk does not keep up. */
  boolean hasRoom() {
    return waiting.size() < MOST_WAITING;
  }

  /** Appends a line (without its end); completes once the file has it. */
  CompletableFuture<Void> append(byte[] line) {
    return add(new Step(line, false, new CompletableFuture<>()));
  }

  /** Empties the file; completes once it is empty. */
  CompletableFuture<Void> empty() {
    return add(new Step(null, false, new CompletableFuture<>()));
  }

  /** Writes what waits, and closes the file. */
  @Override
  public void close() throws IOException {
    add(new Step(null, true, new CompletableFuture<>())).join();
    file.close();
  }

  private CompletableFuture<Void> add(Step step) {
    waiting.add(step);
    return step.done();
  }

  private void write() {
    List<Step> batch = new ArrayList<>(MOST_AT_ONCE);
    boolean last = false;
    while (!last) {
      batch.clear();
      try {
        batch.add(waiting.take());
      } catch (InterruptedException stop) {
        LOG.warn("The writer of the records was interrupted; it goes on until it is closed");
        continue;
      }
      waiting.drainTo(batch, MOST_AT_ONCE - 1);
      last = batch.get(batch.size() - 1).last();
      writeAll(batch);
    }
  }

  private void writeAll(List<Step> batch) {
    try {
      long end = file.position();
      try {
        appendAll(batch);
      } catch (IOException failed) {
        // A half-written line would be glued to the next one.
        file.truncate(Math.min(end, file.size()));
        throw failed;
      }
      batch.forEach(step -> step.done().complete(null));
    } catch (IOException failed) {
      LOG.error("{} requests could not be recorded: {}", batch.size(), failed.toString());
      batch.forEach(step -> step.done().completeExceptionally(failed));
    }
  }

  private void appendAll(List<Step> batch) throws IOException {
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    for (Step step : batch) {
      if (step.line() != null) {
        lines.writeBytes(step.line());
        lines.write('\n');
      } else if (!step.last()) {
        lines.reset();
        file.truncate(0);
      }
    }
    ByteBuffer bytes = ByteBuffer.wrap(lines.toByteArray());
    while (bytes.hasRemaining()) {
      file.write(bytes);
    }
  }
}

package io.tocsin.statuspage.edge.disk;

import io.tocsin.contracts.runtime.Background;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the snapshot on a thread of its own: when something new is published, at most once a
 * second; and once a minute while Kafka is heard, so that "as of" is true after a restart.
 */
public final class SnapshotKeeper implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(SnapshotKeeper.class);
  private static final Duration REFRESH = Duration.ofMinutes(1);

  private final SnapshotFile file;
  private final Supplier<Snapshot> current;
  private final ScheduledExecutorService writer = Background.thread("status-snapshot");
  private Snapshot written;

  /**
   * @param written what the file holds already
   */
  public SnapshotKeeper(SnapshotFile file, Snapshot written, Supplier<Snapshot> current) {
    this.file = file;
    this.written = written;
    this.current = current;
  }

  public void start() {
    writer.scheduleWithFixedDelay(this::keepSafely, 1, 1, TimeUnit.SECONDS);
  }

  private void keepSafely() {
    try {
      keep();
    } catch (IOException | RuntimeException e) {
      log.error(
          "the status page's snapshot cannot be written; after a restart without Kafka the page"
              + " would be old. See that its data folder exists and has space",
          e);
    }
  }

  /** Writes what is published unless the file holds it; package-private for tests. */
  synchronized void keep() throws IOException {
    Snapshot now = current.get();
    if (!now.state().equals(written.state()) || isOlder(written.knownAt(), now.knownAt())) {
      file.write(now);
      written = now;
    }
  }

  private static boolean isOlder(@Nullable Instant kept, @Nullable Instant now) {
    return now != null
        && Optional.ofNullable(kept).map(then -> !then.plus(REFRESH).isAfter(now)).orElse(true);
  }

  /** Writes what is new and ends. */
  @Override
  public void close() {
    writer.shutdown();
    keepSafely();
  }
}

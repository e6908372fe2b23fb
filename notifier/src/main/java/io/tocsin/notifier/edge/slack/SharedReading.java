package io.tocsin.notifier.edge.slack;

import com.slack.api.model.Message;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * One channel, read once for all who look for something in it at the same time: after an outage
 * hundreds of messages are in doubt together, and reading it for each would cost more than saying
 * them. Whoever asks is answered by a reading that began after they asked.
 */
final class SharedReading {
  private static final long PATIENCE_SECONDS = 3;

  private final ReentrantLock turn = new ReentrantLock();
  private @Nullable Reading last;

  /** Reads all that was written since a time. */
  interface Reader {
    List<Message> since(Instant since) throws IOException, SlackSaid;
  }

  private record Reading(long begun, Instant since, List<Message> messages) {
    boolean answers(long asked, Instant from) {
      return begun - asked >= 0 && !since.isAfter(from);
    }
  }

  /**
   * What {@code reader} reads, or has just read for another.
   *
   * @throws IOException also when the readings of others take too long
   */
  List<Message> since(Instant since, Reader reader) throws IOException, SlackSaid {
    long asked = System.nanoTime();
    await();
    try {
      Reading latest = last;
      if (latest == null || !latest.answers(asked, since)) {
        long begun = System.nanoTime();
        latest = new Reading(begun, since, reader.since(since));
      }
      last = turn.hasQueuedThreads() ? latest : null;
      return latest.messages();
    } finally {
      turn.unlock();
    }
  }

  private void await() throws IOException {
    try {
      if (!turn.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new IOException("the channel is being read for others, which takes too long");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw (IOException) new InterruptedIOException("the reading was given up").initCause(e);
    }
  }
}

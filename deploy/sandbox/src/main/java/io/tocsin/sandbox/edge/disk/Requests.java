package io.tocsin.sandbox.edge.disk;

import io.tocsin.sandbox.core.ReceivedRequest;
import io.tocsin.sandbox.core.RecentRequests;
import io.tocsin.sandbox.edge.json.SandboxJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/** What arrived: the newest in memory, all of it in {@code requests.jsonl}. */
public final class Requests implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Requests.class);

  /** Each of them made a ticket's number or changed one, so none can be left out. */
  private static final String TICKET = "{\"provider\":\"github\"";

  private final RequestsFile file;
  private final Journal journal;
  private final RecentRequests recent;
  private final SandboxJson json;
  private final long restored;

  /**
   * Opens the records in that directory, which is made if need be.
   *
   * @param restored how many characters of the file's end {@link #restore} brings back
   * @throws IOException with what to do, when the directory cannot be used
   */
  public Requests(Path directory, long restored, RecentRequests recent, SandboxJson json)
      throws IOException {
    this.file = new RequestsFile(directory);
    this.journal = new Journal(file.open());
    this.recent = recent;
    this.json = json;
    this.restored = restored;
  }

  /** Brings back what arrived last before a restart, and shows each request, oldest first. */
  public void restore(Consumer<ReceivedRequest> reader) throws IOException {
    long[] left = {file.size()};
    file.lines(
        line -> {
          boolean late = left[0] <= restored;
          left[0] -= line.length() + 1;
          if (!late && !line.startsWith(TICKET)) {
            return;
          }
          try {
            byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
            ReceivedRequest request = json.request(bytes);
            remember(request, bytes);
            reader.accept(request);
          } catch (JacksonException unreadable) {
            LOG.warn("{}: skipped a line that is no record of a request", file);
          }
        });
  }

  /** Whether another request can be recorded; if not, the disk does not keep up. */
  public boolean hasRoom() {
    return journal.hasRoom();
  }

  /** Records a request; completes once the file has it. */
  public CompletableFuture<Void> add(ReceivedRequest request) {
    byte[] bytes = json.write(request);
    remember(request, bytes);
    return journal.append(bytes);
  }

  /** The newest requests of that kind as JSON, at most so many, in order of arrival. */
  public List<byte[]> newest(Predicate<RecentRequests.Entry> kind, int limit) {
    return recent.newest(kind, limit).stream().map(RecentRequests.Entry::json).toList();
  }

  /** Forgets all requests; completes once the file is empty. */
  public CompletableFuture<Void> clear() {
    recent.clear();
    return journal.empty();
  }

  @Override
  public void close() throws IOException {
    journal.close();
    file.close();
  }

  private void remember(ReceivedRequest request, byte[] bytes) {
    boolean taken = request.takenAs() != null;
    recent.add(new RecentRequests.Entry(request.provider(), taken, bytes));
  }
}

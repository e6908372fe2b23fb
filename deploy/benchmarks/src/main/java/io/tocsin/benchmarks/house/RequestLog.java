package io.tocsin.benchmarks.house;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What the sandbox keeps of the requests that came, a line each, read on from where it was left:
 * looking often costs the system that is measured no more than looking once.
 */
public final class RequestLog {
  private final Path file;
  private long next;

  /**
   * @param from the byte at which to begin, where a line does
   */
  public RequestLog(Running running, long from) {
    this.file = file(running);
    this.next = from;
  }

  /** How much there is now: where the next pass begins. */
  public static long size(Running running) throws IOException {
    Path file = file(running);
    return Files.exists(file) ? Files.size(file) : 0;
  }

  /** The whole lines that were not read yet. */
  public List<String> more() throws IOException {
    if (!Files.exists(file)) {
      return List.of();
    }
    try (RandomAccessFile opened = new RandomAccessFile(file.toFile(), "r")) {
      byte[] bytes = new byte[Math.toIntExact(opened.length() - next)];
      opened.seek(next);
      opened.readFully(bytes);
      int whole = bytes.length;
      while (whole > 0 && bytes[whole - 1] != '\n') {
        whole--;
      }
      next += whole;
      return new String(bytes, 0, whole, StandardCharsets.UTF_8).lines().toList();
    }
  }

  private static Path file(Running running) {
    return running.data().resolve("sandbox").resolve("requests.jsonl");
  }
}

package io.tocsin.benchmarks.house;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** What the sandbox keeps of the requests that came, a line each. */
public final class RequestLog {
  private RequestLog() {}

  /** The whole lines of {@code file} from the byte {@code from} on. */
  public static List<String> lines(Path file, long from) throws IOException {
    try (RandomAccessFile opened = new RandomAccessFile(file.toFile(), "r")) {
      byte[] bytes = new byte[Math.toIntExact(opened.length() - from)];
      opened.seek(from);
      opened.readFully(bytes);
      String text = new String(bytes, StandardCharsets.UTF_8);
      return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    }
  }
}

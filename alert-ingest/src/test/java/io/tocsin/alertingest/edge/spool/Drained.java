package io.tocsin.alertingest.edge.spool;

import io.tocsin.alertingest.support.Spools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/** What a process that starts finds in a folder, by name and in order; it is there afterwards. */
final class Drained {
  private Drained() {}

  static List<String> of(Path folder, long limit) throws IOException {
    Path copy = Files.createTempDirectory("spool-copy");
    try {
      FileSystemUtils.copyRecursively(folder, copy);
      return emptied(copy, limit);
    } finally {
      FileSystemUtils.deleteRecursively(copy);
    }
  }

  private static List<String> emptied(Path folder, long limit) throws IOException {
    List<String> names = new ArrayList<>();
    try (SpoolLog log = SpoolLog.open(folder, limit)) {
      for (Chunk chunk = log.read(); !chunk.records().isEmpty(); chunk = log.read()) {
        names.addAll(names(chunk));
        log.remove(chunk);
      }
    }
    return names;
  }

  static List<String> names(Chunk chunk) {
    return chunk.records().stream().map(Spools::name).toList();
  }
}

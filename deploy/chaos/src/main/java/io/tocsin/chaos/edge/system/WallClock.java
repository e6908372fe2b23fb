package io.tocsin.chaos.edge.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The wall clock of one process, which can be set while it runs. */
final class WallClock {
  private static final Path LIBRARIES = Path.of("/usr/lib");

  private final Path offset;

  /**
   * @param offset the file in which its offset stands
   */
  WallClock(Path offset) {
    this.offset = offset;
  }

  /** Debian's faketime, if it is installed. */
  static Optional<Path> library() {
    if (!Files.isDirectory(LIBRARIES)) {
      return Optional.empty();
    }
    try (Stream<Path> folders = Files.list(LIBRARIES)) {
      return folders
          .map(folder -> folder.resolve("faketime/libfaketime.so.1"))
          .filter(Files::exists)
          .findFirst();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sets it so far from the true time; the process sees it within a second. */
  void set(Duration fromTruth) {
    Path fresh = offset.resolveSibling(offset.getFileName() + ".new");
    try {
      Files.createDirectories(offset.getParent());
      Files.writeString(fresh, "%+d\n".formatted(fromTruth.toSeconds()));
      Files.move(
          fresh, offset, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the process must find in its environment; nothing where faketime is not installed. */
  Map<String, String> environment() {
    return library()
        .map(
            library ->
                Map.of(
                    "LD_PRELOAD", library.toString(),
                    "FAKETIME_DONT_FAKE_MONOTONIC", "1",
                    "FAKETIME_CACHE_DURATION", "1",
                    "FAKETIME_TIMESTAMP_FILE", offset.toAbsolutePath().toString(),
                    // without it every timed wait of a JVM spins: the fix is for an older glibc
                    "FAKETIME_FORCE_MONOTONIC_FIX", "0"))
        .orElse(Map.of());
  }
}

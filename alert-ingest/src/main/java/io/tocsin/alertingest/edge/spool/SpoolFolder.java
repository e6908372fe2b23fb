package io.tocsin.alertingest.edge.spool;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where the spool's files are, held by one process at a time. */
final class SpoolFolder implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(SpoolFolder.class);
  private static final String DRAINED = "drained";

  private final Path path;
  private final FileChannel held;

  private SpoolFolder(Path path, FileChannel held) {
    this.path = path;
    this.held = held;
  }

  static SpoolFolder open(Path path) throws IOException {
    Files.createDirectories(path);
    FileChannel channel =
        FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (lock(channel) == null) {
        throw new IOException("another process holds " + path);
      }
      return new SpoolFolder(path, channel);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException heldByThisProcess) {
      return null;
    }
  }

  Path path() {
    return path;
  }

  /** The files, eldest first, each as far as it is whole. */
  List<Segment> segments() throws IOException {
    List<Path> files;
    try (Stream<Path> found = Files.list(path)) {
      files = found.filter(file -> file.toString().endsWith(Segment.SUFFIX)).sorted().toList();
    }
    List<Segment> segments = new ArrayList<>();
    for (Path file : files) {
      Segment segment = Segment.open(file);
      if (segment.torn() > 0) {
        mend(file, segment, file.equals(files.get(files.size() - 1)));
      }
      segments.add(segment);
    }
    return segments;
  }

  /** Only the last file can be torn by a crash; in any other it is damage, which is kept to see. */
  private static void mend(Path file, Segment segment, boolean last) throws IOException {
    if (last) {
      log.warn(
          "the last {} bytes of {} are cut off: the process ended while it wrote them, before"
              + " anybody was answered",
          segment.torn(),
          file);
    } else {
      Path copy = file.resolveSibling(file.getFileName() + ".damaged");
      Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
      log.error(
          "{} bytes of {} cannot be read; accepted alerts may be among them. The file is kept as"
              + " {}: show its records with kafka-dump-log.sh --files",
          segment.torn(),
          file,
          copy);
    }
    segment.mend();
  }

  /** The first offset that Kafka may not have. */
  long drained() throws IOException {
    Path file = path.resolve(DRAINED);
    if (!Files.exists(file)) {
      return 0;
    }
    String text = Files.readString(file).strip();
    if (!text.matches("\\d{1,18}")) {
      log.warn("{} cannot be read; what Kafka may have already is sent again", file);
      return 0;
    }
    return Long.parseLong(text);
  }

  /** Not put to disk at once: what is lost of it is sent again. */
  void drained(long offset) throws IOException {
    Path fresh = path.resolve(DRAINED + ".new");
    Files.writeString(fresh, offset + "\n");
    Files.move(
        fresh,
        path.resolve(DRAINED),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public void close() throws IOException {
    held.close();
  }
}

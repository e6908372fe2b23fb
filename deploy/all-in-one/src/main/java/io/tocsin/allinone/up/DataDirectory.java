package io.tocsin.allinone.up;

import io.tocsin.allinone.StartRefused;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** The folder in which everything is kept, held by one {@code up} at a time. */
public final class DataDirectory implements AutoCloseable {
  private final Path root;
  private final FileChannel channel;

  private DataDirectory(Path root, FileChannel channel) {
    this.root = root;
    this.channel = channel;
  }

  /** Makes the folder when it is missing, and takes its lock. */
  public static DataDirectory open(Path folder) throws StartRefused {
    Path root = folder.toAbsolutePath().normalize();
    try {
      Files.createDirectories(root);
      FileChannel channel =
          FileChannel.open(
              root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (lock(channel) == null) {
        channel.close();
        throw StartRefused.because(
            "another `tocsin up` runs on %s; stop it or choose another folder with --data"
                .formatted(root));
      }
      return new DataDirectory(root, channel);
    } catch (IOException e) {
      throw StartRefused.because(
          "the data folder %s cannot be made or written (%s); choose another with --data"
              .formatted(root, e.getClass().getSimpleName() + ": " + e.getMessage()),
          e);
    }
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException heldByThisProcess) {
      return null;
    }
  }

  public Path root() {
    return root;
  }

  /** Where the process and the broker write their logs. */
  public Path logs() {
    return root.resolve("logs");
  }

  /** The embedded Kafka's log. */
  public Path kafka() {
    return root.resolve("kafka");
  }

  /** A service's own folder. */
  public Path of(String service) {
    return root.resolve(service);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}

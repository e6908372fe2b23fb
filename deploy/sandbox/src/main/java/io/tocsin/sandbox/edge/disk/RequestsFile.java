package io.tocsin.sandbox.edge.disk;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/** The file {@code requests.jsonl}, one request a line, held by one sandbox at a time. */
final class RequestsFile implements AutoCloseable {

  private final Path path;
  private final FileChannel lock;

  /**
   * Holds the directory for this sandbox alone; it is made if need be.
   *
   * @throws IOException with what to do, when it cannot be made or another sandbox has it
   */
  RequestsFile(Path directory) throws IOException {
    Files.createDirectories(directory);
    this.path = directory.resolve("requests.jsonl");
    // A file of its own: closing any reader of a locked file gives up the lock.
    this.lock =
        FileChannel.open(
            directory.resolve("requests.lock"),
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE);
    if (!locks(lock)) {
      lock.close();
      throw new IOException(
          path
              + " is in use by another sandbox: stop that one, or set"
              + " tocsin.sandbox.data-directory to another directory");
    }
  }

  /** Opens the file, and drops a last line that a crash cut short. */
  FileChannel open() throws IOException {
    FileChannel file =
        FileChannel.open(
            path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    file.truncate(endOfLastWholeLine(file));
    return file;
  }

  /** How large it is, in bytes. */
  long size() throws IOException {
    return Files.size(path);
  }

  /** Reads each line, oldest first. */
  void lines(Consumer<String> reader) throws IOException {
    try (BufferedReader lines = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        reader.accept(line);
      }
    }
  }

  private static boolean locks(FileChannel file) throws IOException {
    try {
      return file.tryLock() != null;
    } catch (OverlappingFileLockException heldInThisProcess) {
      return false;
    }
  }

  private static long endOfLastWholeLine(FileChannel file) throws IOException {
    ByteBuffer block = ByteBuffer.allocate(8192);
    long end = file.size();
    while (end > 0) {
      long start = Math.max(0, end - block.capacity());
      block.clear().limit((int) (end - start));
      file.read(block, start);
      for (int i = block.position() - 1; i >= 0; i--) {
        if (block.get(i) == '\n') {
          return start + i + 1;
        }
      }
      end = start;
    }
    return 0;
  }

  /** Lets another sandbox have the directory. */
  @Override
  public void close() throws IOException {
    lock.close();
  }

  @Override
  public String toString() {
    return path.toString();
  }
}

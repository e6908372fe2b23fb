package io.tocsin.statuspage.edge.disk;

import io.tocsin.contracts.events.ContractJson;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/** {@code status-board.json}: after a power cut it holds the former snapshot or the new one. */
public final class SnapshotFile {
  private static final Logger log = LoggerFactory.getLogger(SnapshotFile.class);

  private final Path folder;
  private final Path file;

  /**
   * @param folder made when it is not there
   */
  public SnapshotFile(Path folder) {
    this.folder = folder;
    this.file = folder.resolve("status-board.json");
  }

  /** What was kept; empty when nothing was, or when it cannot be read. */
  public Optional<Snapshot> read() {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      Snapshot kept = ContractJson.MAPPER.readValue(Files.readAllBytes(file), Snapshot.class);
      return Optional.ofNullable(kept).filter(SnapshotFile::isWhole);
    } catch (IOException | JacksonException e) {
      log.warn(
          "{} cannot be read and is ignored; the page is made anew from Kafka: {}",
          file,
          e.getMessage());
      return Optional.empty();
    }
  }

  private static boolean isWhole(Snapshot kept) {
    return kept.state() != null && kept.state().since() != null && kept.state().changedAt() != null;
  }

  /** Replaces what was kept. */
  public void write(Snapshot snapshot) throws IOException {
    Files.createDirectories(folder);
    Path fresh = folder.resolve("status-board.json.new");
    try (FileChannel channel =
        FileChannel.open(
            fresh,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      ByteBuffer bytes = ByteBuffer.wrap(ContractJson.MAPPER.writeValueAsBytes(snapshot));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
      directory.force(true);
    }
  }
}

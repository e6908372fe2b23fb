package io.tocsin.escalationengine.edge.ledger;

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

/** The snapshot on disk: the last whole one is there, whenever the process or the machine dies. */
final class LedgerFile {
  private static final Logger log = LoggerFactory.getLogger(LedgerFile.class);

  private final Path file;

  LedgerFile(Path file) {
    this.file = file;
  }

  /** Empty when there is none, or one of another installation: it is then made from the topics. */
  Optional<LedgerSnapshot> read(String installation) {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      LedgerSnapshot found =
          ContractJson.MAPPER.readValue(Files.readAllBytes(file), LedgerSnapshot.class);
      if (installation.equals(found.installation())) {
        return Optional.of(found);
      }
      log.warn("{} is of another Kafka; the ledger is made anew from the topics", file);
    } catch (IOException | JacksonException e) {
      log.warn("{} cannot be read; the ledger is made anew from the topics", file, e);
    }
    return Optional.empty();
  }

  void write(LedgerSnapshot snapshot) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Path next = file.resolveSibling(file.getFileName() + ".next");
    ByteBuffer bytes = ByteBuffer.wrap(ContractJson.MAPPER.writeValueAsBytes(snapshot));
    try (FileChannel channel =
        FileChannel.open(
            next,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}

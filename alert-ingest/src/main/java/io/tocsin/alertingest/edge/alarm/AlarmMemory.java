package io.tocsin.alertingest.edge.alarm;

import io.tocsin.contracts.events.ContractJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/**
 * What must be known after a restart: which alarms ring, so that they end, and under which id, so
 * that it is the same incident at the provider, also when Kafka cannot be asked.
 */
final class AlarmMemory {
  private static final Logger log = LoggerFactory.getLogger(AlarmMemory.class);
  private static final int ID_LENGTH = 8;

  private final Path file;
  private final Map<String, Instant> rang = new TreeMap<>();
  private @Nullable String installation;

  private AlarmMemory(Path file) {
    this.file = file;
  }

  /** What is kept in {@code file}, which may be missing. */
  static AlarmMemory in(Path file) {
    AlarmMemory memory = new AlarmMemory(file);
    if (Files.exists(file)) {
      try {
        Kept kept = ContractJson.MAPPER.readValue(Files.readString(file), Kept.class);
        memory.installation = kept.installation();
        if (kept.rang() != null) {
          memory.rang.putAll(kept.rang());
        }
      } catch (IOException | JacksonException e) {
        log.warn("{} cannot be read; alarms that ring may ring once more", file, e);
      }
    }
    return memory;
  }

  synchronized boolean knowsInstallation() {
    return installation != null;
  }

  /** Takes the installation's id, once. */
  synchronized void installation(String id) {
    if (installation == null) {
      installation = id;
      keep();
    }
  }

  /** The installation's id, or one made up for good when it is needed before Kafka told it. */
  synchronized String installation() {
    if (installation == null) {
      installation(UUID.randomUUID().toString().substring(0, ID_LENGTH));
    }
    return String.valueOf(installation);
  }

  synchronized Optional<Instant> rang(String bell) {
    return Optional.ofNullable(rang.get(bell));
  }

  synchronized void rang(String bell, Optional<Instant> at) {
    at.ifPresentOrElse(when -> rang.put(bell, when), () -> rang.remove(bell));
    keep();
  }

  private void keep() {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Path fresh = file.resolveSibling(file.getFileName() + ".new");
      Kept kept = new Kept(installation, Map.copyOf(rang));
      Files.write(fresh, ContractJson.MAPPER.writeValueAsBytes(kept));
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      log.warn("which alarms ring cannot be kept in {}: {}", file, e.toString());
    }
  }

  private record Kept(@Nullable String installation, @Nullable Map<String, Instant> rang) {}
}

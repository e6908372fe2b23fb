package io.tocsin.contracts.runtime.oncall;

import io.tocsin.contracts.events.ContractJson;
import io.tocsin.contracts.events.TeamCode;
import io.tocsin.contracts.policy.calendar.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;

/**
 * The last answers on disk, ids of the policy's people only, so that a restart while the source is
 * away still knows who is on call. A file that cannot be read or written is said and costs nothing
 * else.
 */
public final class OnCallFile {
  private static final Logger log = LoggerFactory.getLogger(OnCallFile.class);

  private final Path path;

  /**
   * @param directory of the service that keeps it
   */
  public OnCallFile(Path directory) {
    this.path = directory.resolve("on-call.json");
  }

  Map<TeamCode, List<Reading>> read() {
    if (!Files.exists(path)) {
      return Map.of();
    }
    try {
      return ContractJson.MAPPER.readValue(Files.readString(path), new TypeReference<>() {});
    } catch (IOException | JacksonException e) {
      log.warn("{} cannot be read; who is on call is known again once it was asked", path, e);
      return Map.of();
    }
  }

  void write(Map<TeamCode, List<Reading>> readings) {
    try {
      Files.createDirectories(path.getParent());
      Path fresh = path.resolveSibling(path.getFileName() + ".new");
      Files.write(fresh, ContractJson.MAPPER.writeValueAsBytes(readings));
      Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      log.warn("{} cannot be written; a restart would not know who is on call", path, e);
    }
  }
}

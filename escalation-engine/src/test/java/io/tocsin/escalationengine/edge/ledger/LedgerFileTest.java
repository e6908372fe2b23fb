package io.tocsin.escalationengine.edge.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.escalationengine.core.ledger.LedgerState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerFileTest {
  private static final LedgerSnapshot SNAPSHOT =
      new LedgerSnapshot(
          "1a2b3c4d",
          Map.of("alerts-3", 12L),
          Map.of("unaccounted", Instant.parse("2026-09-21T15:00:00Z")),
          LedgerState.begun(Instant.parse("2026-09-14T15:00:00Z")),
          "");

  @TempDir private Path folder;

  @Test
  void whatIsKeptIsReadAgain() throws IOException {
    LedgerFile file = new LedgerFile(folder.resolve("engine/ledger.json"));
    assertThat(file.read("1a2b3c4d")).isEmpty();

    file.write(SNAPSHOT);

    assertThat(file.read("1a2b3c4d")).contains(SNAPSHOT);
    assertThat(folder.resolve("engine")).isDirectoryNotContaining("glob:**.next");
  }

  @Test
  void whatWasKeptBeforeThereWereCanariesIsReadStill() throws IOException {
    Path path = folder.resolve("ledger.json");
    LedgerFile file = new LedgerFile(path);
    file.write(SNAPSHOT);
    String before = Files.readString(path).replaceFirst(",\\s*\"canaries\"\\s*:\\s*\\{[^}]*}", "");
    assertThat(before).doesNotContain("canaries");
    Files.writeString(path, before);

    assertThat(file.read("1a2b3c4d")).contains(SNAPSHOT);
  }

  @Test
  void whatIsOfAnotherKafkaOrBrokenIsNotUsed() throws IOException {
    LedgerFile file = new LedgerFile(folder.resolve("ledger.json"));
    file.write(SNAPSHOT);
    assertThat(file.read("99999999")).isEmpty();

    Files.writeString(folder.resolve("ledger.json"), "{\"installation\": \"1a2b");

    assertThat(file.read("1a2b3c4d")).isEmpty();
  }
}

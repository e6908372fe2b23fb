package io.tocsin.alertingest.edge.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.alertingest.core.spool.SpoolStanding;
import io.tocsin.alertingest.support.Given;
import io.tocsin.alertingest.support.Spools;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolLogTest {
  private static final long LIMIT = 1 << 20;

  @TempDir Path folder;

  @Test
  void aRecordComesBackAsItWent() throws IOException {
    ProducerRecord<String, byte[]> went = Spools.record("ünïcode 🔔");
    try (SpoolLog log = SpoolLog.open(folder, LIMIT)) {
      append(log, went);
      assertThat(log.read().records()).singleElement().usingRecursiveComparison().isEqualTo(went);
    }
  }

  @Test
  void whatWasRemovedIsNotThereAfterARestart() throws IOException {
    try (SpoolLog log = SpoolLog.open(folder, LIMIT)) {
      append(log, Spools.record("first"));
      log.remove(log.read());
      append(log, Spools.record("second"));
    }
    assertThat(Drained.of(folder, LIMIT)).containsExactly("second");
  }

  @Test
  void whatWasReadAndNotRemovedIsThereAgain() throws IOException {
    try (SpoolLog log = SpoolLog.open(folder, LIMIT)) {
      append(log, Spools.record("first"), Spools.record("second"));
      assertThat(log.read().records()).hasSize(2);
    }
    assertThat(Drained.of(folder, LIMIT)).containsExactly("first", "second");
  }

  @Test
  void orderHoldsOverManyFilesAndRestarts() throws IOException {
    List<String> names = IntStream.range(0, 3_000).mapToObj(i -> "alert-" + i).toList();
    List<String> seen = new ArrayList<>();
    for (int part = 0; part < 3; part++) {
      try (SpoolLog log = SpoolLog.open(folder, LIMIT)) {
        for (String name : names.subList(part * 1_000, part * 1_000 + 1_000)) {
          append(log, Spools.record(name));
        }
        Chunk chunk = log.read();
        seen.addAll(Drained.names(chunk));
        log.remove(chunk);
      }
    }
    assertThat(Spools.files(folder)).hasSizeGreaterThan(1);
    seen.addAll(Drained.of(folder, LIMIT));
    assertThat(seen).containsExactlyElementsOf(names);
  }

  @Test
  void itTellsWhatWaitsAndSinceWhen() throws IOException {
    try (SpoolLog log = SpoolLog.open(folder, LIMIT)) {
      assertThat(log.standing()).isEqualTo(SpoolStanding.EMPTY);
      append(log, Spools.record("first"), Spools.record("second"));
      assertThat(log.standing().records()).isEqualTo(2);
      assertThat(log.standing().oldest()).isEqualTo(Given.NOW);
      assertThat(log.standing().bytes()).isEqualTo(Files.size(Spools.files(folder).get(0)));
    }
    try (SpoolLog log = SpoolLog.open(folder, LIMIT)) {
      assertThat(log.standing().records()).isEqualTo(2);
      log.remove(log.read());
      assertThat(log.standing()).isEqualTo(SpoolStanding.EMPTY);
      assertThat(Spools.files(folder)).isEmpty();
    }
  }

  @Test
  void itIsFullAtItsLimitAndEmptyAgainWhenDrained() throws IOException {
    try (SpoolLog log = SpoolLog.open(folder, LIMIT)) {
      while (log.fits(30_000)) {
        append(log, Spools.record("x".repeat(9_000)));
      }
      assertThat(log.standing().bytes()).isBetween(LIMIT - 30_000, LIMIT);
      while (log.standing().records() > 0) {
        log.remove(log.read());
      }
      assertThat(log.fits(LIMIT)).isTrue();
    }
  }

  @Test
  void oneProcessHoldsIt() throws IOException {
    try (SpoolLog held = SpoolLog.open(folder, LIMIT)) {
      assertThat(held.standing().records()).isZero();
      assertThatThrownBy(() -> SpoolLog.open(folder, LIMIT))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("another process");
    }
  }

  @Test
  void damageInAnEarlierFileIsKeptToSeeAndHidesNoLaterFile() throws IOException {
    try (SpoolLog log = SpoolLog.open(folder, LIMIT)) {
      while (Spools.files(folder).size() < 2) {
        append(log, Spools.record("x".repeat(9_000)));
      }
      append(log, Spools.record("last"));
    }
    Path first = Spools.files(folder).get(0);
    byte[] bytes = Files.readAllBytes(first);
    bytes[bytes.length / 2] ^= 1;
    Files.write(first, bytes, StandardOpenOption.TRUNCATE_EXISTING);

    try (SpoolLog log = SpoolLog.open(folder, LIMIT)) {
      assertThat(log.standing().records()).isPositive();
    }
    assertThat(Drained.of(folder, LIMIT)).endsWith("last").hasSizeGreaterThan(2);
    try (Stream<Path> kept = Files.list(folder)) {
      assertThat(kept.filter(file -> file.toString().endsWith(".damaged")))
          .singleElement()
          .satisfies(file -> assertThat(Files.readAllBytes(file)).isEqualTo(bytes));
    }
  }

  @Test
  void whatWasDrainedIsSentAgainWhenItsNoteIsUnreadable() throws IOException {
    try (SpoolLog log = SpoolLog.open(folder, LIMIT)) {
      for (int i = 0; i < 501; i++) {
        append(log, Spools.record("alert-" + i));
      }
      log.remove(log.read());
    }
    Files.write(folder.resolve("drained"), "\0\0".getBytes(StandardCharsets.UTF_8));

    assertThat(Drained.of(folder, LIMIT)).hasSize(501).startsWith("alert-0").endsWith("alert-500");
  }

  @SafeVarargs
  private static void append(SpoolLog log, ProducerRecord<String, byte[]>... records)
      throws IOException {
    log.append(Stream.of(records).map(Spooled::toDisk).toList());
  }
}

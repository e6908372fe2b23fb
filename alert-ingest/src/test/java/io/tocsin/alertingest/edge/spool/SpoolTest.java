package io.tocsin.alertingest.edge.spool;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.alertingest.edge.spool.SpoolRefused.Why;
import io.tocsin.alertingest.support.Given;
import io.tocsin.alertingest.support.Spools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

class SpoolTest {
  @TempDir Path folder;
  private Spool spool;

  @AfterEach
  void stop() {
    spool.close();
  }

  @Test
  void whatIsAnsweredIsOnDiskInOrder() throws Exception {
    start(folder);
    List<CompletableFuture<Void>> answers = new ArrayList<>();
    List<String> names = IntStream.range(0, 2_000).mapToObj(i -> "alert-" + i).toList();
    names.forEach(name -> answers.add(spool.add(List.of(Spools.record(name)))));
    CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new)).get();
    assertThat(spool.isHolding()).isTrue();
    assertThat(spool.standing().records()).isEqualTo(2_000);
    spool.close();

    assertThat(Drained.of(folder, 1 << 20)).containsExactlyElementsOf(names);
  }

  @Test
  void aNewProcessHoldsWhatTheFormerLeft() throws Exception {
    start(folder);
    spool.add(List.of(Spools.record("left"))).get();
    spool.close();
    start(folder);

    assertThat(spool.isHolding()).isTrue();
    spool.remove(spool.read());
    assertThat(spool.isHolding()).isFalse();
  }

  @Test
  void whatIsOverTheLimitIsRefusedAsFullAndTakenAgainOnceThereIsRoom() throws Exception {
    start(folder);
    String big = "x".repeat(8_000);
    int taken = 0;
    while (refusal(spool.add(List.of(Spools.record(big)))) == null) {
      taken++;
    }
    assertThat(taken).isGreaterThan(3);
    assertThat(refusal(spool.add(List.of(Spools.record(big))))).isEqualTo(Why.FULL);
    assertThat(spool.refusal().message()).contains("full");

    while (spool.isHolding()) {
      spool.remove(spool.read());
    }
    assertThat(refusal(spool.add(List.of(Spools.record(big))))).isNull();
    assertThat(spool.refusal()).isNull();
  }

  @Test
  void aFolderThatCannotBeMadeRefusesAndIsTakenIntoUseOnceItCan() throws Exception {
    Path file = Files.createFile(folder.resolve("in-the-way"));
    start(file.resolve("spool"));
    assertThat(refusal(spool.add(List.of(Spools.record("refused"))))).isEqualTo(Why.UNWRITABLE);
    assertThat(spool.isHolding()).isFalse();

    Files.delete(file);
    assertThat(refusal(spool.add(List.of(Spools.record("taken"))))).isNull();
  }

  @Test
  void whatKafkaWillNeverTakeIsKeptBeside() throws IOException {
    start(folder);
    spool.setAside(Spools.record("too-large"), "a test says so");

    assertThat(spool.setAside()).isEqualTo(1);
    assertThat(Drained.of(folder.resolve("refused"), 1 << 20)).containsExactly("too-large");
  }

  private void start(Path at) {
    spool = new Spool(new SpoolSettings(at, DataSize.ofMegabytes(1)), () -> Given.NOW);
    spool.start();
  }

  private static Why refusal(CompletableFuture<Void> answer) throws InterruptedException {
    try {
      answer.get();
      return null;
    } catch (ExecutionException e) {
      return ((SpoolRefused) e.getCause()).why();
    }
  }
}

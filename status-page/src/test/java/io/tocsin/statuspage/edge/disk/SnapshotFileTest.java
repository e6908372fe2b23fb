package io.tocsin.statuspage.edge.disk;

import static io.tocsin.statuspage.Given.TEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.contracts.events.IncidentId;
import io.tocsin.contracts.events.Severity;
import io.tocsin.statuspage.core.Phase;
import io.tocsin.statuspage.core.PhaseChange;
import io.tocsin.statuspage.core.PublicIncident;
import io.tocsin.statuspage.core.PublicState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotFileTest {
  private static final Snapshot SHOWN =
      new Snapshot(
          new PublicState(
              TEN,
              TEN,
              List.of(
                  new PublicIncident(
                      IncidentId.parse("RX-7"),
                      "prescription-api",
                      Severity.P1,
                      List.of(new PhaseChange(Phase.INVESTIGATING, TEN))))),
          TEN);

  @TempDir Path folder;

  @Test
  void whatWasWrittenIsRead() throws IOException {
    SnapshotFile file = new SnapshotFile(folder.resolve("made/on/demand"));
    file.write(SHOWN);

    assertThat(file.read()).contains(SHOWN);
  }

  @Test
  void nothingIsReadWhereNothingWasWritten() {
    assertThat(new SnapshotFile(folder).read()).isEmpty();
  }

  @Test
  void aTornSnapshotIsIgnoredWhereverItIsTorn() throws IOException {
    SnapshotFile file = new SnapshotFile(folder);
    file.write(SHOWN);
    Path path = folder.resolve("status-board.json");
    byte[] whole = Files.readAllBytes(path);
    for (int length = 0; length < whole.length; length += 29) {
      Files.write(path, Arrays.copyOf(whole, length));
      assertThat(file.read()).as("%d of %d bytes", length, whole.length).isEmpty();
    }
  }

  @Test
  void aSnapshotWithoutItsPartsIsIgnored() throws IOException {
    Files.writeString(folder.resolve("status-board.json"), "{\"state\":{\"incidents\":[null]}}");

    assertThat(new SnapshotFile(folder).read()).isEmpty();
  }

  @Test
  void itIsWrittenWhenSomethingElseIsShownAndOnceAMinute() throws IOException {
    SnapshotFile file = new SnapshotFile(folder);
    AtomicReference<Snapshot> current = new AtomicReference<>(SHOWN);
    try (SnapshotKeeper keeper = new SnapshotKeeper(file, SHOWN, current::get)) {
      keeper.keep();
      assertThat(file.read()).as("nothing new").isEmpty();

      current.set(new Snapshot(SHOWN.state(), TEN.plusSeconds(60)));
      keeper.keep();
      assertThat(file.read()).as("a minute later").contains(current.get());

      current.set(new Snapshot(PublicState.begunAt(TEN), TEN.plusSeconds(61)));
      keeper.keep();
      assertThat(file.read()).as("something else").contains(current.get());
    }
  }
}

package io.tocsin.allinone.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.allinone.StartRefused;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {
  @TempDir Path folder;

  @Test
  void itIsMadeWhenItIsMissing() throws Exception {
    try (DataDirectory data = DataDirectory.open(folder.resolve("deep/data"))) {
      assertThat(data.root()).isDirectory().isAbsolute();
    }
  }

  @Test
  void aSecondStartOnItIsRefusedUntilTheFirstEnds() throws Exception {
    try (DataDirectory first = DataDirectory.open(folder)) {
      assertThatThrownBy(() -> DataDirectory.open(folder))
          .isInstanceOf(StartRefused.class)
          .hasMessage(
              "another `tocsin up` runs on %s; stop it or choose another folder with --data",
              first.root());
    }
    DataDirectory.open(folder).close();
  }

  @Test
  void aFolderThatCannotBeMadeIsNamed() throws Exception {
    Path file = Files.createFile(folder.resolve("file"));
    assertThatThrownBy(() -> DataDirectory.open(file.resolve("data")))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("the data folder " + file.resolve("data"))
        .hasMessageContaining("choose another with --data");
  }
}

package io.tocsin.allinone.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.allinone.StartRefused;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterIdTest {
  @TempDir Path folder;

  @Test
  void itIsMadeOnce() throws Exception {
    assertThat(ClusterId.keptIn(folder)).hasSize(22).isEqualTo(ClusterId.keptIn(folder));
  }

  @Test
  void twoFoldersAreTwoClusters() throws Exception {
    Path other = Files.createDirectory(folder.resolve("other"));
    assertThat(ClusterId.keptIn(folder)).isNotEqualTo(ClusterId.keptIn(other));
  }

  @Test
  void aFileThatHoldsNoneIsRefusedRatherThanReplaced() throws Exception {
    Path file = Files.writeString(folder.resolve("cluster-id"), "?");
    assertThatThrownBy(() -> ClusterId.keptIn(folder))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining(file.toString());
    assertThat(file).hasContent("?");
  }
}

package io.tocsin.contracts.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.contracts.events.PolicyBundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyFilesTest {
  @TempDir Path root;

  @Test
  void theHashOfABundleIsOfItsPathsAndTextsAlone() {
    PolicyBundle bundle =
        new PolicyBundle(Map.of("catch-all.yaml", "code: ALL\n", "team/policy.yaml", "code: RX\n"));
    assertThat(bundle.hash())
        .isEqualTo("707db4eb94f6abc671f039e7b6db97204e3e6dfa39c490368deb0ddb1b4dcfc0");
  }

  @Test
  void theSameFilesOnDiskAreTheSameBundle() throws IOException, PolicyRejected {
    Files.createDirectories(root.resolve("team"));
    Files.writeString(root.resolve("team/policy.yaml"), "code: RX\n");
    Files.writeString(root.resolve("catch-all.yaml"), "code: ALL\n");
    assertThat(PolicyFiles.read(root).hash())
        .isEqualTo(
            new PolicyBundle(
                    Map.of("catch-all.yaml", "code: ALL\n", "team/policy.yaml", "code: RX\n"))
                .hash());
  }

  @Test
  void hiddenFilesAreNoPolicy() throws IOException, PolicyRejected {
    Files.createDirectories(root.resolve(".git"));
    Files.writeString(root.resolve(".git/config"), "x");
    Files.writeString(root.resolve("catch-all.yaml"), "code: ALL\n");
    assertThat(PolicyFiles.read(root).files()).containsOnlyKeys("catch-all.yaml");
  }

  @Test
  void aFolderThatIsNotThereIsSaidToBe() {
    assertThatThrownBy(() -> PolicyFiles.read(root.resolve("nowhere")))
        .isInstanceOf(PolicyRejected.class)
        .hasMessageContaining("there is no such policy folder");
  }
}

package io.tocsin.allinone.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.allinone.StartRefused;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OperatorTokensTest {
  @TempDir Path folder;

  @Test
  void theOperatorsTokenIsMadeOnceAndKeptHashed() throws Exception {
    String token = OperatorTokens.ensure(folder);
    assertThat(Base64.getUrlDecoder().decode(token)).hasSize(32);
    assertThat(folder.resolve("tokens.yaml"))
        .hasContent("tokens:\n  operator: " + OperatorTokens.hash(token) + "\n");
    assertThat(OperatorTokens.ensure(folder)).isEqualTo(token);
  }

  @Test
  void aHashIsThatOfTheTokensText() {
    assertThat(OperatorTokens.hash("abc"))
        .isEqualTo("sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  @Test
  void onlyTheUserMayReadIt() throws Exception {
    OperatorTokens.ensure(folder);
    for (String file : new String[] {"operator-token", "tokens.yaml"}) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(file))))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void otherPeoplesTokensStay() throws Exception {
    Files.writeString(folder.resolve("tokens.yaml"), "tokens:\n  dana: sha256:00\n");
    String token = OperatorTokens.ensure(folder);
    assertThat(folder.resolve("tokens.yaml"))
        .hasContent("tokens:\n  dana: sha256:00\n  operator: " + OperatorTokens.hash(token) + "\n");
  }

  @Test
  void aTokenThatIsGoneIsReplaced() throws Exception {
    String gone = OperatorTokens.ensure(folder);
    Files.delete(folder.resolve("operator-token"));
    String made = OperatorTokens.ensure(folder);
    assertThat(made).isNotEqualTo(gone);
    assertThat(Files.readString(folder.resolve("tokens.yaml")))
        .contains(OperatorTokens.hash(made))
        .doesNotContain(OperatorTokens.hash(gone));
  }

  @Test
  void aBrokenFileIsNotOverwritten() throws Exception {
    Path file = Files.writeString(folder.resolve("tokens.yaml"), "operator\n");
    assertThatThrownBy(() -> OperatorTokens.ensure(folder))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("person: sha256:<hex>");
    assertThat(file).hasContent("operator\n");
  }
}

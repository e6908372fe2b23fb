package io.tocsin.contracts.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tocsin.contracts.events.PolicyBundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What an operator reads when a policy is refused. Each folder below {@code bad} is laid over the
 * root in {@code good}, without the files that its {@code absent.txt} lists; {@code expected.txt}
 * is the whole text.
 */
class PolicyProblemsTest {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final Path GOOD = Path.of("src/test/resources/good");
  private static final Path BAD = Path.of("src/test/resources/bad");

  @Test
  void theRootBelowEveryCaseHasNoProblem() {
    assertThat(PolicyLoader.check(GOOD, NOW)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void everyProblemIsSaidAtOnceWithItsPlaceAndRemedy(Path folder) throws Exception {
    PolicyBundle bundle = bundle(folder);
    PolicyRejected rejected =
        catchThrowableOfType(PolicyRejected.class, () -> PolicyLoader.load(bundle));
    assertThat(rejected).isNotNull();
    if (Boolean.getBoolean("golden.write")) {
      Files.writeString(folder.resolve("expected.txt"), rejected.getMessage() + "\n");
    }
    assertThat(rejected.getMessage() + "\n")
        .isEqualTo(Files.readString(folder.resolve("expected.txt")));
  }

  @Test
  void aSecretThatStandsInAPolicyIsNotRepeated() throws Exception {
    PolicyBundle bundle = bundle(BAD.resolve("contacts"));
    PolicyRejected rejected =
        catchThrowableOfType(PolicyRejected.class, () -> PolicyLoader.load(bundle));
    assertThat(rejected.getMessage()).doesNotContain("0123456789abcdef");
  }

  static List<Path> cases() throws IOException {
    try (Stream<Path> folders = Files.list(BAD)) {
      return folders.sorted().toList();
    }
  }

  private static PolicyBundle bundle(Path folder) throws IOException, PolicyRejected {
    Map<String, String> files = new HashMap<>(PolicyFiles.read(GOOD).files());
    files.putAll(PolicyFiles.read(folder).files());
    files.remove("expected.txt");
    String absent = files.remove("absent.txt");
    if (absent != null) {
      absent.lines().forEach(files::remove);
    }
    return new PolicyBundle(files);
  }
}

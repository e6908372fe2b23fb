package io.tocsin.contracts.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.contracts.events.PolicyBundle;
import io.tocsin.contracts.policy.yaml.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

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
    String told = told(PolicyLoader.inspect(bundle(folder), NOW));
    if (Boolean.getBoolean("golden.write")) {
      Files.writeString(folder.resolve("expected.txt"), told);
    }
    assertThat(told).isNotEmpty().isEqualTo(Files.readString(folder.resolve("expected.txt")));
  }

  /** While the system runs, the same is said of what it refuses; what is only foreseen, is not. */
  @ParameterizedTest
  @MethodSource("cases")
  void aReloadIsRefusedInTheSameWords(Path folder) throws Exception {
    PolicyBundle bundle = bundle(folder);
    Inspection inspection = PolicyLoader.inspect(bundle, NOW);
    if (inspection.policies().isPresent()) {
      assertThat(PolicyLoader.load(bundle)).isNotNull();
    } else {
      assertThatThrownBy(() -> PolicyLoader.load(bundle))
          .isInstanceOfSatisfying(
              PolicyRejected.class,
              refused -> assertThat(refused.problems()).isEqualTo(inspection.problems()));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"contacts", "secrets-where-addresses-belong", "secrets-outside-of-values"})
  void aSecretThatStandsInAPolicyIsNotRepeated(String folder) throws Exception {
    assertThat(told(PolicyLoader.inspect(bundle(BAD.resolve(folder)), NOW)))
        .contains("(hidden)")
        .doesNotContain("0123456789abcdef", "ghp_", "xoxb", "T000", "password@");
  }

  private static String told(Inspection inspection) {
    return Stream.concat(
            inspection.problems().stream().map(Problem::toString),
            inspection.notes().stream().map(note -> "note: " + note))
        .map(line -> line + "\n")
        .collect(Collectors.joining());
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

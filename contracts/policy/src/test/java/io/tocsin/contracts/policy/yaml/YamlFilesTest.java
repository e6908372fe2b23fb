package io.tocsin.contracts.policy.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Files that are meant to hurt are refused in bounded time and memory. */
@Timeout(10)
class YamlFilesTest {
  private final Problems problems = new Problems();

  @Test
  void aliasesThatStandForMillionsAreNotWrittenOut() {
    String bomb =
        "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
            + IntStream.range(1, 12)
                .mapToObj(
                    n ->
                        "a%d: &a%d [%s]"
                            .formatted(n, n, ("*a" + (n - 1) + ", ").repeat(9) + "*a" + (n - 1)))
                .collect(Collectors.joining("\n"));
    assertThat(refused(bomb))
        .isEqualTo(
            "f.yaml: with its aliases written out this file has over a million values;"
                + " write out what the aliases stand for");
  }

  @Test
  void anAliasWithinWhatItNamesIsRefused() {
    assertThat(refused("a: &a [*a]"))
        .isEqualTo(
            "f.yaml: an alias stands within what it names; write out what the aliases"
                + " stand for");
  }

  @Test
  void aFileThatIsNestedTooDeeplyIsRefused() {
    assertThat(refused("[".repeat(5_000) + "]".repeat(5_000)))
        .contains("this is no YAML")
        .endsWith("mend or shorten it");
  }

  @Test
  void aFileThatIsTooLongIsRefused() {
    assertThat(refused("a: " + "x".repeat(9 * 1024 * 1024)))
        .isEqualTo(
            "f.yaml: this file is longer than 8 MB; split it, or take out what is not" + " policy");
  }

  @Test
  void noObjectIsMadeFromATag() {
    assertThat(refused("a: !!java.net.URL [\"https://example.com\"]"))
        .contains("Global tag is not allowed: tag:yaml.org,2002:java.net.URL");
  }

  @Test
  void anAliasOfAConditionIsFine() {
    assertThat(open("a: &a text\nb: *a")).isTrue();
  }

  private boolean open(String text) {
    return new YamlFiles(Map.of("f.yaml", text), problems).open("f.yaml", "something").isPresent();
  }

  private String refused(String text) {
    assertThat(open(text)).isFalse();
    return problems.inOrder().get(0).toString();
  }
}

package io.tocsin.contracts.policy.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A pattern that is not asked would have said no. */
class TextPatternTest {
  private static final Path POLICIES = Path.of("../../deploy/policies");
  private static final List<String> PIECES =
      List.of(
          "data",
          "Error",
          "rate",
          "ab",
          "no",
          "ſlow",
          "slow",
          " ",
          "\\s+",
          "\\b",
          ".*",
          ".",
          "[^%]*?",
          "[a-z]",
          "[]x]",
          "[[:alpha:]]+",
          "(?i)",
          "(?:data|error)",
          "(no|breach)?",
          "(?P<n>rate)",
          "(?i:SLOW)",
          "|",
          "+",
          "?",
          "*",
          "{2}",
          "{0,1}",
          "{",
          "\\.",
          "\\Qa|b\\E",
          "\\x61",
          "\\pL",
          "^",
          "$",
          "é",
          "(",
          ")");
  private static final List<String> WORDS =
      List.of(
          "data", "ERROR", "rate", "ab", "no", "ſlow", "SLOW", "breach", "%", ".", "é", "aab", "-");

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "(?i)\\bcosmetic|typo;cosmetic,typo",
        "(?i)\\b(?:data|privacy)\\s+breach;breach",
        "(?i)(?:^|[^0-9.,])([0-9]+)\\s+(?:users|patients)\\b;users,patients",
        "(?i)\\berrors?\\b[^%]*?([0-9]+)\\s*%;error",
        "slow|[0-9]+ ms;slow, ms",
        "(?:is )?down;down",
        "ab+cde;cde",
      })
  void oneOfItsWordsMustBeThere(String pattern, String words) {
    assertThat(Landmarks.of(pattern)).containsExactlyElementsOf(List.of(words.split(",")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".*",
        "no|data",
        "(data)?",
        "(?:data)*x",
        "(?:data){0}",
        "[data]",
        "\\Qdata\\E",
        "(?:data|error)(?i)?",
        "\\x64ata"
      })
  void whereNoWordIsSureItIsAlwaysAsked(String pattern) {
    assertThat(Landmarks.of(pattern)).isEmpty();
  }

  @Property(tries = 20_000)
  void itSaysWhatThePatternSays(@ForAll("patterns") String pattern, @ForAll("texts") String text) {
    Pattern whole;
    try {
      whole = Pattern.compile(pattern);
    } catch (PatternSyntaxException e) {
      return;
    }
    assertThat(TextPattern.of(pattern).isIn(text))
        .as("%s in %s, by %s", pattern, text, Landmarks.of(pattern))
        .isEqualTo(whole.matcher(text).find());
  }

  @Test
  void theShippedPatternsSayWhatTheySaidOfEveryShippedText() throws IOException {
    List<String> patterns = shipped("(?:pattern: |matches\\(r?\")([^\\n\"]+)", "severity.yaml");
    List<String> texts = shipped("(?:title|description|message|body): *([^\\n]+)", "");
    assertThat(patterns).hasSizeGreaterThan(20);
    assertThat(texts).hasSizeGreaterThan(100);
    for (String pattern : patterns) {
      Pattern whole = Pattern.compile(pattern);
      assertThat(texts)
          .allSatisfy(
              text ->
                  assertThat(TextPattern.of(pattern).isIn(text))
                      .isEqualTo(whole.matcher(text).find()));
    }
  }

  @Provide
  Arbitrary<String> patterns() {
    return Arbitraries.of(PIECES)
        .list()
        .ofMinSize(1)
        .ofMaxSize(8)
        .map(list -> String.join("", list));
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of(WORDS)
        .list()
        .ofMaxSize(6)
        .flatMap(words -> Arbitraries.of("", " ").map(between -> String.join(between, words)));
  }

  private static List<String> shipped(String what, String file) throws IOException {
    java.util.regex.Pattern wanted = java.util.regex.Pattern.compile(what);
    List<String> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(POLICIES)) {
      for (Path path : files.filter(it -> it.toString().endsWith(file)).toList()) {
        if (Files.isRegularFile(path)) {
          wanted
              .matcher(Files.readString(path))
              .results()
              .map((MatchResult match) -> match.group(1))
              .forEach(found::add);
        }
      }
    }
    return found;
  }
}

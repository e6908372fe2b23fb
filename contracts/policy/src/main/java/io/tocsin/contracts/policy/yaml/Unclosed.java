package io.tocsin.contracts.policy.yaml;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.error.Mark;

/** Brackets that nothing closes, often because a comment swallowed what does. */
final class Unclosed {
  private static final Pattern COMMENT = Pattern.compile("[\\[,{]\\s*#\\S");

  private Unclosed() {}

  /** What is wrong and where, from 1. */
  record Found(int line, int column, String message, String remedy) {}

  /** The one that is opened at {@code begin}. */
  static Optional<Found> at(Mark begin, List<String> lines) {
    int number = begin.getLine();
    String line = number < lines.size() ? lines.get(number) : "";
    int column = Math.min(begin.getColumn(), line.length());
    return comment(number, lines)
        .filter(found -> found.column() > column)
        .or(() -> Optional.of(opened(number, column, line.startsWith("{", column))));
  }

  /** The last one above {@code line}, from 0. */
  static Optional<Found> above(int line, List<String> lines) {
    for (int number = Math.min(line, lines.size() - 1); number >= 0; number--) {
      Optional<Found> comment = comment(number, lines);
      if (comment.isPresent()) {
        return comment;
      }
      String text = lines.get(number);
      int opened = Math.max(text.lastIndexOf('['), text.lastIndexOf('{'));
      if (opened > Math.max(text.lastIndexOf(']'), text.lastIndexOf('}'))) {
        return Optional.of(opened(number, opened, text.charAt(opened) == '{'));
      }
    }
    return Optional.empty();
  }

  private static Optional<Found> comment(int number, List<String> lines) {
    Matcher comment = COMMENT.matcher(number < lines.size() ? lines.get(number) : "");
    return comment.find()
        ? Optional.of(
            new Found(
                number + 1,
                comment.end() - 1,
                "in YAML '#' begins a comment",
                "put the text that begins with # in quotes"))
        : Optional.empty();
  }

  private static Found opened(int number, int column, boolean section) {
    return new Found(
        number + 1,
        column + 1,
        "the %s opened here is not closed".formatted(section ? "section" : "list"),
        "end it with " + (section ? "}" : "]"));
  }
}

package io.tocsin.contracts.policy.yaml;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What git leaves in a file that two people changed. */
public final class ConflictMarks {
  private static final String BEGIN = "<<<<<<<";
  private static final String MIDDLE = "=======";
  private static final String END = ">>>>>>>";

  private ConflictMarks() {}

  /** The first of them in {@code text}; empty when there are none. */
  public static Optional<Problem> in(String file, String text) {
    if (!text.contains(BEGIN)) {
      return Optional.empty();
    }
    List<String> lines = text.lines().toList();
    List<Integer> marked =
        IntStream.range(0, lines.size()).filter(line -> isMark(lines.get(line))).boxed().toList();
    if (marked.isEmpty() || lines.stream().noneMatch(line -> line.startsWith(BEGIN))) {
      return Optional.empty();
    }
    String numbers =
        marked.stream().map(line -> String.valueOf(line + 1)).collect(Collectors.joining(", "));
    return Optional.of(
        new Problem(
            file,
            marked.get(0) + 1,
            1,
            lines.get(marked.get(0)),
            "is a git conflict marker",
            "keep what is right of the two sides, and take out the markers (lines "
                + numbers
                + ")"));
  }

  private static boolean isMark(String line) {
    return line.startsWith(BEGIN + " ")
        || line.equals(BEGIN)
        || line.equals(MIDDLE)
        || line.startsWith(END + " ")
        || line.equals(END);
  }
}

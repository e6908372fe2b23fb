package io.tocsin.contracts.policy.yaml;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** How far lines of a YAML file are indented. */
final class Indents {
  private Indents() {}

  static int of(String line) {
    return line.length() - line.stripLeading().length();
  }

  /** The number of the line above {@code line} that says something; negative when none does. */
  static int lineAbove(List<String> lines, int line) {
    int above = line - 1;
    while (above >= 0
        && (lines.get(above).isBlank() || lines.get(above).stripLeading().startsWith("#"))) {
      above--;
    }
    return above;
  }

  /** The indentations next to that of {@code line} that sections above it have. */
  static String fitting(List<String> lines, int line) {
    TreeSet<Integer> open = new TreeSet<>();
    int least = Integer.MAX_VALUE;
    for (int above = lineAbove(lines, line); above >= 0; above = lineAbove(lines, above)) {
      String text = lines.get(above);
      int indent = of(text);
      if (indent < least) {
        least = indent;
        open.add(indent);
        if (text.stripLeading().startsWith("- ")) {
          open.add(indent + 2);
        }
      }
    }
    int own = of(lines.get(line));
    Collection<Integer> near = new TreeSet<>();
    if (open.higher(own) != null) {
      near.add(open.higher(own));
    }
    if (open.lower(own) != null) {
      near.add(open.lower(own));
    }
    return near.stream().map(String::valueOf).collect(Collectors.joining(" or "));
  }
}

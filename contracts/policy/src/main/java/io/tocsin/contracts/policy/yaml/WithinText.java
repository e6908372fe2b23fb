package io.tocsin.contracts.policy.yaml;

import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * Where in its file each part of a text stands, which YAML may spread over many lines.
 *
 * @param starts of the file's lines that hold the text, without indentation and quotes
 * @param lengths of the text in each of them
 */
record WithinText(List<Place> starts, List<Integer> lengths) {

  /** Both from 1. */
  record Place(int line, int column) {}

  static WithinText of(ScalarNode text, List<String> lines) {
    WithinText within = new WithinText(new ArrayList<>(), new ArrayList<>());
    int first = text.getStartMark().getLine();
    if (first >= lines.size()) {
      within.add(first, text.getStartMark().getColumn(), 0);
      return within; // YAML knows line ends that others do not
    }
    int last = Math.min(text.getEndMark().getLine(), lines.size() - 1);
    boolean block = isBlock(text);
    if (!block) {
      int column = text.getStartMark().getColumn() + (text.isPlain() ? 0 : 1);
      int end = first == last ? text.getEndMark().getColumn() : lines.get(first).length();
      within.add(first, column, end - column);
    }
    int indent = block ? indent(lines, first + 1, last) : 0;
    for (int line = first + 1; line <= last; line++) {
      int column = block ? indent : indentOf(lines.get(line));
      within.add(line, column, lines.get(line).stripTrailing().length() - column);
    }
    return within;
  }

  /** Where the character at {@code offset} stands; line breaks count as one. */
  Place at(int offset) {
    int left = offset;
    for (int i = 0; i < starts.size(); i++) {
      if (left <= lengths.get(i) || i == starts.size() - 1) {
        Place start = starts.get(i);
        return new Place(start.line(), start.column() + Math.min(left, lengths.get(i)));
      }
      left -= lengths.get(i) + 1;
    }
    return new Place(1, 1);
  }

  private void add(int line, int column, int length) {
    starts.add(new Place(line + 1, column + 1));
    lengths.add(Math.max(0, length));
  }

  private static boolean isBlock(ScalarNode text) {
    return text.getScalarStyle() == ScalarStyle.LITERAL
        || text.getScalarStyle() == ScalarStyle.FOLDED;
  }

  private static int indent(List<String> lines, int first, int last) {
    for (int line = first; line <= last; line++) {
      if (!lines.get(line).isBlank()) {
        return indentOf(lines.get(line));
      }
    }
    return 0;
  }

  private static int indentOf(String line) {
    return line.length() - line.stripLeading().length();
  }
}

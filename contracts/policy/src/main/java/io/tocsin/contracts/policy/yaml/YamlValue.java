package io.tocsin.contracts.policy.yaml;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** One value of a policy file that knows where it stands. Its text is taken as it is written. */
public final class YamlValue {
  private final String file;
  private final Node node;
  private final Problems problems;

  YamlValue(String file, Node node, Problems problems) {
    this.file = file;
    this.node = node;
    this.problems = problems;
  }

  /** Makes values of nodes of one file. */
  record Maker(String file, Problems problems) {
    YamlValue of(Node node) {
      return new YamlValue(file, node, problems);
    }
  }

  /** {@code policy.yaml:12}. */
  public String place() {
    return file + ":" + line();
  }

  int line() {
    return node.getStartMark().getLine() + 1;
  }

  private int column() {
    return node.getStartMark().getColumn() + 1;
  }

  /** Reports that what stands here is wrong. */
  public void reject(String message, String remedy) {
    reject(shown(), message, remedy);
  }

  /** The same, with {@code name} in place of a list or a section. */
  void rejectAs(String name, String message, String remedy) {
    reject(node instanceof ScalarNode ? shown() : name, message, remedy);
  }

  /** The same place, with {@code value} as what stands there. */
  public void reject(String value, String message, String remedy) {
    problems.add(new Problem(file, line(), column(), value, message, remedy));
  }

  /**
   * The same for a place within a text of many lines.
   *
   * @param row of the text, from 1
   * @param position in that row, from 1
   */
  public void rejectWithin(int row, int position, String message, String remedy) {
    boolean block = isStyle(ScalarStyle.LITERAL) || isStyle(ScalarStyle.FOLDED);
    boolean rowsAreLines = isStyle(ScalarStyle.LITERAL);
    int first = block ? line() + 1 : line();
    int line = rowsAreLines ? first + row - 1 : first;
    int column = block ? position : column();
    problems.add(new Problem(file, line, column, shown(), message, remedy));
  }

  private boolean isStyle(ScalarStyle style) {
    return node instanceof ScalarNode scalar && scalar.getScalarStyle() == style;
  }

  private String shown() {
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    return node instanceof SequenceNode ? "a list" : "a section";
  }

  /** The value as {@code kind}; empty, and reported, when it is none. */
  <T> Optional<T> as(Kind<T> kind) {
    if (node instanceof ScalarNode scalar) {
      Optional<T> parsed = kind.parse(scalar.getValue().strip());
      if (parsed.isPresent()) {
        return parsed;
      }
    }
    boolean secret = kind == Form.SECRET.kind();
    reject(secret ? "(hidden)" : shown(), kind.message(), kind.remedy(shown()));
    return Optional.empty();
  }

  /** The item with this number, or the value of this key; this value when there is none. */
  public YamlValue below(String step) {
    if (node instanceof SequenceNode list && step.matches("\\d{1,6}")) {
      int index = Integer.parseInt(step);
      return index < list.getValue().size()
          ? new YamlValue(file, list.getValue().get(index), problems)
          : this;
    }
    if (node instanceof MappingNode mapping) {
      return mapping.getValue().stream()
          .filter(
              pair -> pair.getKeyNode() instanceof ScalarNode key && key.getValue().equals(step))
          .findFirst()
          .map(pair -> new YamlValue(file, pair.getValueNode(), problems))
          .orElse(this);
    }
    return this;
  }

  boolean isList() {
    return node instanceof SequenceNode;
  }

  /** Maps, lists and texts; what is empty is null. */
  public @Nullable Object plain() {
    return Plain.of(node);
  }

  /** The items of a list; none, and reported, when it is no list. */
  List<YamlValue> items() {
    if (node instanceof SequenceNode list) {
      return list.getValue().stream().map(item -> new YamlValue(file, item, problems)).toList();
    }
    reject("must be a list", "write it as [one, two], or each on a line of its own after '- '");
    return List.of();
  }

  /** The section that stands here; empty, and reported, when it is none. */
  Optional<Section> section() {
    if (node instanceof MappingNode mapping) {
      return Optional.of(
          new Section(
              Merged.pairs(
                      mapping,
                      it -> new YamlValue(file, it, problems).reject(Merged.WRONG, Merged.REMEDY))
                  .stream()
                  .map(
                      pair ->
                          new Section.Entry(
                              new YamlValue(file, pair.getKeyNode(), problems),
                              new YamlValue(file, pair.getValueNode(), problems)))
                  .toList()));
    }
    reject("must be a section of keys and values", "write 'key: value' lines below it");
    return Optional.empty();
  }
}

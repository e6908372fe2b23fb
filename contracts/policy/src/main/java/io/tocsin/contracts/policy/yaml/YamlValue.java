package io.tocsin.contracts.policy.yaml;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** One value of a policy file that knows where it stands. Its text is taken as it is written. */
public final class YamlValue {
  private final Source source;
  private final Node node;

  YamlValue(Source source, Node node) {
    this.source = source;
    this.node = node;
  }

  /**
   * The file that values stand in.
   *
   * @param lines as they are written
   * @param secrets of which was said that they are secrets, and nothing else is
   */
  record Source(String file, List<String> lines, Problems problems, Set<Node> secrets) {
    YamlValue of(Node node) {
      return new YamlValue(this, node);
    }

    /** What stands in {@code line}, from 0, from {@code column} on. */
    String rest(int line, int column) {
      String text = line < lines.size() ? lines.get(line) : "";
      return text.substring(Math.min(column, text.length()));
    }
  }

  /** {@code policy.yaml:12}. */
  public String place() {
    return source.file + ":" + line();
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
    reject(line(), column(), value, message, remedy);
  }

  /**
   * The same for a place within a text.
   *
   * @param offset in the text, from 0
   */
  public void rejectWithin(int offset, String message, String remedy) {
    WithinText.Place place =
        node instanceof ScalarNode text
            ? WithinText.of(text, source.lines).at(offset)
            : new WithinText.Place(line(), column());
    reject(place.line(), place.column(), shown(), message, remedy);
  }

  private void reject(int line, int column, String value, String message, String remedy) {
    if (!source.secrets.contains(node)) {
      source.problems.add(new Problem(source.file, line, column, value, message, remedy));
    }
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
    String comment = isNothing() ? rest().strip() : "";
    if (comment.matches("#\\S.*")) {
      reject(
          comment,
          "is a comment: in YAML '#' begins one",
          "write it in quotes, as in \"" + comment.split("\\s", 2)[0] + "\"");
    } else {
      boolean secret = kind == Form.SECRET.kind();
      reject(secret ? "(hidden)" : shown(), kind.message(), kind.remedy(shown()));
    }
    return Optional.empty();
  }

  private String rest() {
    return source.rest(node.getStartMark().getLine(), node.getStartMark().getColumn());
  }

  /** The item with this text, or the value of this key; this value when there is none. */
  public YamlValue below(String step) {
    if (node instanceof SequenceNode list) {
      return list.getValue().stream()
          .filter(item -> item instanceof ScalarNode text && text.getValue().equals(step))
          .findFirst()
          .map(source::of)
          .orElse(this);
    }
    if (node instanceof MappingNode mapping) {
      return mapping.getValue().stream()
          .filter(
              pair -> pair.getKeyNode() instanceof ScalarNode key && key.getValue().equals(step))
          .findFirst()
          .map(pair -> source.of(pair.getValueNode()))
          .orElse(this);
    }
    return this;
  }

  boolean isList() {
    return node instanceof SequenceNode;
  }

  /** Whether nothing stands here, not even an empty text. */
  boolean isNothing() {
    return node instanceof ScalarNode scalar && scalar.isPlain() && scalar.getValue().isEmpty();
  }

  /** Maps, lists and texts; what is empty is null. */
  public @Nullable Object plain() {
    return Plain.of(node);
  }

  /** The items of a list; empty, and reported, when it is no list. */
  Optional<List<YamlValue>> items() {
    if (node instanceof SequenceNode list) {
      return Optional.of(list.getValue().stream().map(source::of).toList());
    }
    reject(
        "must be a list",
        node instanceof ScalarNode
            ? "write [%s]".formatted(shown())
            : "begin each of it with '- ' on a line of its own");
    return Optional.empty();
  }

  /** The section that stands here; empty, and reported, when it is none. */
  Optional<Section> section() {
    if (node instanceof MappingNode mapping) {
      return Optional.of(
          new Section(
              Merged.pairs(mapping, it -> source.of(it).reject(Merged.WRONG, Merged.REMEDY))
                  .stream()
                  .map(
                      pair ->
                          new Section.Entry(
                              source.of(pair.getKeyNode()), source.of(pair.getValueNode())))
                  .toList()));
    }
    reject("must be a section of keys and values", "write 'key: value' lines below it");
    return Optional.empty();
  }
}

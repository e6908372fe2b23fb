package io.tocsin.contracts.policy;

import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** One value of a policy file that knows where it stands. Its text is taken as it is written. */
final class YamlValue {
  private final String file;
  private final Node node;
  private final Problems problems;

  YamlValue(String file, Node node, Problems problems) {
    this.file = file;
    this.node = node;
    this.problems = problems;
  }

  /** {@code policy.yaml:12}. */
  String place() {
    return file + ":" + line();
  }

  int line() {
    return node.getStartMark().getLine() + 1;
  }

  /** The line of the text itself: a block scalar begins below its mark. */
  int textLine() {
    boolean block =
        node instanceof ScalarNode scalar
            && (scalar.getScalarStyle() == ScalarStyle.LITERAL
                || scalar.getScalarStyle() == ScalarStyle.FOLDED);
    return block ? line() + 1 : line();
  }

  /** Whether the lines of the text are lines of the file. */
  boolean keepsLines() {
    return node instanceof ScalarNode scalar && scalar.getScalarStyle() == ScalarStyle.LITERAL;
  }

  void reject(String message, String remedy) {
    reject(line(), message, remedy);
  }

  void reject(int line, String message, String remedy) {
    problems.add(file, line, shown(), message, remedy);
  }

  /** The same place, with {@code value} as what stands there. */
  void reject(String value, String message, String remedy) {
    problems.add(file, line(), value, message, remedy);
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
    if (kind == Kind.SECRET) {
      reject("(hidden)", kind.message(), kind.remedy());
    } else {
      reject(kind.message(), kind.remedy());
    }
    return Optional.empty();
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
      return Optional.of(new Section(this, keys(mapping)));
    }
    reject("must be a section of keys and values", "write 'key: value' lines below it");
    return Optional.empty();
  }

  private List<Section.Entry> keys(MappingNode mapping) {
    return mapping.getValue().stream()
        .map(
            pair ->
                new Section.Entry(
                    new YamlValue(file, pair.getKeyNode(), problems),
                    new YamlValue(file, pair.getValueNode(), problems)))
        .toList();
  }
}

package io.tocsin.allinone.cases.file;

import io.tocsin.allinone.cases.Place;
import io.tocsin.contracts.policy.yaml.Problem;
import io.tocsin.contracts.policy.yaml.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** One value of a file that knows where it stands. Its text is taken as it is written. */
public final class Value {
  private final String file;
  private final Node node;
  private final Problems problems;

  Value(String file, Node node, Problems problems) {
    this.file = file;
    this.node = node;
    this.problems = problems;
  }

  Place place() {
    return new Place(file, node.getStartMark().getLine() + 1);
  }

  private int column() {
    return node.getStartMark().getColumn() + 1;
  }

  void reject(String message, String remedy) {
    reject(shown(), message, remedy);
  }

  /** The same place, with {@code value} as what stands there. */
  void reject(String value, String message, String remedy) {
    problems.add(new Problem(file, place().line(), column(), value, message, remedy));
  }

  /** The value in {@code form}; empty, and reported, when it has another. */
  <T> Optional<T> as(Form<T> form) {
    Optional<T> read =
        node instanceof ScalarNode scalar
            ? form.parse(scalar.getValue().strip())
            : Optional.empty();
    if (read.isEmpty()) {
      reject(form.message(), form.remedy(shown()));
    }
    return read;
  }

  /** The items of a list; what is no list is one item. */
  List<Value> items() {
    if (node instanceof SequenceNode list) {
      return list.getValue().stream().map(item -> new Value(file, item, problems)).toList();
    }
    return List.of(this);
  }

  boolean isList() {
    return node instanceof SequenceNode;
  }

  /** Its items in {@code form}, those that have it. */
  <T> List<T> all(Form<T> form) {
    return items().stream().flatMap(item -> item.as(form).stream()).toList();
  }

  /** The section that stands here; empty, and reported, when it is none. */
  Optional<Fields> fields() {
    if (!(node instanceof MappingNode mapping)) {
      reject("must be a section of keys and values", "write it as 'key: value'");
      return Optional.empty();
    }
    List<Map.Entry<Value, Value>> entries = new ArrayList<>();
    for (NodeTuple pair : Merged.pairs(mapping)) {
      entries.add(
          Map.entry(
              new Value(file, pair.getKeyNode(), problems),
              new Value(file, pair.getValueNode(), problems)));
    }
    return Optional.of(new Fields(this, entries));
  }

  /** Maps, lists and texts, as a webhook's body holds them; what is empty is null. */
  @Nullable Object plain() {
    return new Merged().plain(node);
  }

  String shown() {
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    return node instanceof SequenceNode ? "a list" : "a section";
  }
}

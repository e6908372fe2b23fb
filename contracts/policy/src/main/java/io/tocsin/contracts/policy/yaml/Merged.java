package io.tocsin.contracts.policy.yaml;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A section with its merges ({@code <<: *other}) carried out: what it says itself goes before. */
final class Merged {
  static final String WRONG = "is no section that could be merged";
  static final String REMEDY = "write '<<: *name' with the anchor of a section";
  private static final String MERGE = "<<";

  private Merged() {}

  /**
   * The pairs of {@code mapping} and those merged in that it does not say itself.
   *
   * @param wrong told of what cannot be merged
   */
  static List<NodeTuple> pairs(MappingNode mapping, Consumer<Node> wrong) {
    List<NodeTuple> all =
        new ArrayList<>(mapping.getValue().stream().filter(pair -> !isMerge(pair)).toList());
    Set<String> said = new HashSet<>();
    all.forEach(pair -> said.add(name(pair)));
    mapping.getValue().stream()
        .filter(Merged::isMerge)
        .flatMap(pair -> others(pair.getValueNode()).stream())
        .forEach(
            other -> {
              if (other instanceof MappingNode section) {
                pairs(section, wrong).stream().filter(it -> said.add(name(it))).forEach(all::add);
              } else {
                wrong.accept(other);
              }
            });
    return all;
  }

  private static List<Node> others(Node merged) {
    return merged instanceof SequenceNode list ? list.getValue() : List.of(merged);
  }

  private static boolean isMerge(NodeTuple pair) {
    return MERGE.equals(name(pair));
  }

  static String name(NodeTuple pair) {
    return pair.getKeyNode() instanceof ScalarNode name ? name.getValue() : "";
  }
}

package io.tocsin.allinone.cases.file;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Nodes with their merges ({@code <<: *other}) carried out, and as plain values of bounded size.
 */
final class Merged {
  private static final String MERGE = "<<";
  private static final int MOST_NODES = 10_000;
  private static final int DEEPEST = 20;

  private int nodes;

  /** The pairs of {@code mapping} and those merged in that it does not say itself. */
  static List<NodeTuple> pairs(MappingNode mapping) {
    return pairs(mapping, 0);
  }

  private static List<NodeTuple> pairs(MappingNode mapping, int depth) {
    List<NodeTuple> own =
        mapping.getValue().stream().filter(pair -> !MERGE.equals(name(pair))).toList();
    Set<String> said = new HashSet<>();
    own.forEach(pair -> said.add(name(pair)));
    List<NodeTuple> all = new ArrayList<>(own);
    for (NodeTuple pair : mapping.getValue()) {
      if (MERGE.equals(name(pair))
          && pair.getValueNode() instanceof MappingNode other
          && depth < DEEPEST) {
        pairs(other, depth + 1).stream().filter(it -> said.add(name(it))).forEach(all::add);
      }
    }
    return all;
  }

  /** Maps, lists and texts; what is empty, too deep or too much is null. */
  @Nullable Object plain(Node node) {
    return plain(node, 0);
  }

  private @Nullable Object plain(Node node, int depth) {
    if (depth > DEEPEST || ++nodes > MOST_NODES) {
      return null;
    }
    if (node instanceof MappingNode mapping) {
      Map<String, @Nullable Object> object = new LinkedHashMap<>();
      pairs(mapping).forEach(it -> object.put(name(it), plain(it.getValueNode(), depth + 1)));
      return object;
    }
    if (node instanceof SequenceNode list) {
      List<@Nullable Object> items = new ArrayList<>();
      list.getValue().forEach(item -> items.add(plain(item, depth + 1)));
      return items;
    }
    return Tag.NULL.equals(node.getTag()) ? null : ((ScalarNode) node).getValue();
  }

  private static String name(NodeTuple pair) {
    return pair.getKeyNode() instanceof ScalarNode name ? name.getValue() : "";
  }
}

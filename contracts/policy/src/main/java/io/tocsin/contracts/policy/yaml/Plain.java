package io.tocsin.contracts.policy.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Nodes as maps, lists and texts; a file is refused before this could be much. */
final class Plain {
  private Plain() {}

  /** What is empty is null. */
  static @Nullable Object of(Node node) {
    if (node instanceof MappingNode mapping) {
      Map<String, @Nullable Object> object = new LinkedHashMap<>();
      Merged.pairs(mapping, wrong -> {})
          .forEach(pair -> object.put(Merged.name(pair), of(pair.getValueNode())));
      return object;
    }
    if (node instanceof SequenceNode list) {
      List<@Nullable Object> items = new ArrayList<>();
      list.getValue().forEach(item -> items.add(of(item)));
      return items;
    }
    return Tag.NULL.equals(node.getTag()) ? null : ((ScalarNode) node).getValue();
  }
}

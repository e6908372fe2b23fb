package io.tocsin.contracts.policy.yaml;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** How large a file becomes when each alias is written out: a few lines may stand for millions. */
final class Growth {
  private static final long MOST = 1_000_000;
  private final Map<Node, Long> sizes = new IdentityHashMap<>();

  private Growth() {}

  /** Why {@code root} must not be read; empty when it may. */
  static Optional<String> of(Node root) {
    long size = new Growth().size(root);
    if (size < 0) {
      return Optional.of("an alias stands within what it names");
    }
    return size > MOST
        ? Optional.of("with its aliases written out this file has over a million values")
        : Optional.empty();
  }

  /** The values in and below {@code node}; negative when it holds itself. */
  private long size(Node node) {
    Long known = sizes.get(node);
    if (known != null) {
      return known;
    }
    sizes.put(node, -1L);
    long size = 1;
    for (Node below : below(node).toList()) {
      long part = size(below);
      if (part < 0) {
        return part;
      }
      size = Math.min(MOST + 1, size + part);
    }
    sizes.put(node, size);
    return size;
  }

  private static Stream<Node> below(Node node) {
    if (node instanceof MappingNode mapping) {
      return mapping.getValue().stream()
          .flatMap(pair -> Stream.of(pair.getKeyNode(), pair.getValueNode()));
    }
    return node instanceof SequenceNode list ? list.getValue().stream() : List.<Node>of().stream();
  }
}

package io.tocsin.contracts.policy.yaml;

import com.google.re2j.Pattern;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Texts that look like a secret of a provider we know, wherever they stand. A policy is published
 * and kept, so what stands in it is known for ever.
 */
final class SecretsInClear {
  private static final Map<String, Pattern> FORMS =
      Map.of(
          "a Slack token", Pattern.compile("\\bxox[abeoprs]-[0-9A-Za-z-]{10,}"),
          "a Slack webhook", Pattern.compile("hooks\\.slack\\.com/services/T"),
          "a GitHub token", Pattern.compile("\\b(gh[pousr]_[0-9A-Za-z]{20,}|github_pat_\\w{20,})"),
          "an AWS access key", Pattern.compile("\\b(AKIA|ASIA)[0-9A-Z]{16}\\b"),
          "a Twilio account", Pattern.compile("\\bAC[0-9a-f]{32}\\b"),
          "a private key", Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY"),
          "a routing key", Pattern.compile("\\b[0-9a-f]{32}\\b|\\bR[0-9A-Z]{31}\\b"),
          "a password in an address", Pattern.compile("://[^/\\s:@${}]+:[^/\\s:@${}]+@"));

  private final YamlValue.Maker values;
  private final Set<Node> seen = new HashSet<>();

  private SecretsInClear(YamlValue.Maker values) {
    this.values = values;
  }

  /** Reports each of them below {@code root}, without repeating it. */
  static void report(Node root, YamlValue.Maker values) {
    new SecretsInClear(values).look(root);
  }

  private void look(Node node) {
    if (!seen.add(node)) {
      return;
    }
    if (node instanceof ScalarNode scalar) {
      FORMS.entrySet().stream()
          .filter(form -> form.getValue().matcher(scalar.getValue()).find())
          .map(Map.Entry::getKey)
          .sorted()
          .findFirst()
          .ifPresent(
              what ->
                  values
                      .of(scalar)
                      .reject(
                          "(hidden)",
                          "looks like %s, and a policy is kept for ever".formatted(what),
                          "write ${SOME_NAME}, set that environment variable, and change the"
                              + " secret if this was a real one"));
    } else if (node instanceof SequenceNode list) {
      list.getValue().forEach(this::look);
    } else if (node instanceof MappingNode mapping) {
      mapping
          .getValue()
          .forEach(pair -> List.of(pair.getKeyNode(), pair.getValueNode()).forEach(this::look));
    }
  }
}

package io.tocsin.allinone.cases.file;

import io.tocsin.contracts.policy.Integration;
import io.tocsin.contracts.policy.TeamPolicy;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which integration speaks: the one that is named, else the file's, else the only one of the team.
 */
final class Senders {
  private final TreeMap<String, Integration> integrations;
  private final TeamPolicy team;
  private final @Nullable String usual;

  Senders(Frame frame) {
    this.integrations = new TreeMap<>(frame.policies().integrations());
    this.team = frame.team();
    this.usual = frame.sender();
  }

  Optional<Integration> of(Fields fields) {
    Optional<Value> named = fields.find("integration");
    if (named.isPresent()) {
      return named
          .flatMap(value -> value.as(Form.of("is no integration", integrations.keySet())))
          .map(integrations::get);
    }
    String source = fields.text("source");
    if (usual != null && source.isEmpty()) {
      return Optional.ofNullable(integrations.get(usual));
    }
    List<Integration> possible =
        integrations.values().stream()
            .filter(sender -> sender.team().equals(team.code()))
            .filter(sender -> source.isEmpty() || sender.source().equals(source))
            .toList();
    if (possible.size() == 1) {
      return Optional.of(possible.get(0));
    }
    List<String> names = possible.stream().map(Integration::name).toList();
    fields
        .self()
        .reject(
            source.isEmpty() ? "integration" : source,
            possible.isEmpty()
                ? "no integration of the team sends this"
                : "several integrations of the team send this",
            "add 'integration', here or for the file: "
                + Names.oneOf(names.isEmpty() ? integrations.keySet() : names));
    return Optional.empty();
  }
}

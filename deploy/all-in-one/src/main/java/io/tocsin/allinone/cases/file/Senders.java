package io.tocsin.allinone.cases.file;

import io.tocsin.contracts.policy.Integration;
import io.tocsin.contracts.policy.TeamPolicy;
import io.tocsin.contracts.policy.yaml.Kind;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which integration speaks: the one that is named, else the file's, else the only one of the team.
 */
final class Senders {
  private final Frame frame;
  private final TreeMap<String, Integration> integrations;
  private final TeamPolicy team;

  Senders(Frame frame) {
    this.frame = frame;
    this.integrations = new TreeMap<>(frame.policies().integrations());
    this.team = frame.team();
  }

  /** Of what is said in {@code where}; empty, and reported, where it is not clear. */
  Optional<Integration> of(Record where, @Nullable String named, @Nullable String source) {
    if (named != null) {
      return Optional.ofNullable(integrations.get(named));
    }
    if (frame.sender() != null && source == null) {
      return Optional.ofNullable(integrations.get(frame.sender()));
    }
    List<Integration> possible =
        integrations.values().stream()
            .filter(sender -> sender.team().equals(team.code()))
            .filter(sender -> source == null || sender.source().equals(source))
            .toList();
    if (possible.size() == 1) {
      return Optional.of(possible.get(0));
    }
    List<String> names =
        possible.isEmpty()
            ? List.copyOf(integrations.keySet())
            : possible.stream().map(Integration::name).toList();
    frame.reject(
        where,
        source == null ? "integration" : "source",
        possible.isEmpty()
            ? "no integration of the team sends this"
            : "several integrations of the team send this",
        "add 'integration', here or for the file: " + Kind.oneOf(names));
    return Optional.empty();
  }
}

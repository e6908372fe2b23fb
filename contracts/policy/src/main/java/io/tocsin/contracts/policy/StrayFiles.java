package io.tocsin.contracts.policy;

import io.tocsin.contracts.events.PolicyBundle;
import io.tocsin.contracts.policy.yaml.Nearest;
import io.tocsin.contracts.policy.yaml.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Files that look like policy and that nothing reads. */
final class StrayFiles {
  private static final Set<String> OF_ROOT =
      new TreeSet<>(Set.of("integrations.yaml", "catch-all.yaml", "requirements.yaml"));
  private static final Set<String> OF_TEAM = new TreeSet<>(TeamFiles.NAMES);
  private static final Set<String> FOLDERS = new TreeSet<>(Set.of("cases", "templates"));

  private StrayFiles() {}

  static List<Problem> of(PolicyBundle bundle, RootFiles root) {
    Set<String> teams = root.teams().stream().map(TeamFiles::folder).collect(Collectors.toSet());
    List<Problem> found = new ArrayList<>();
    for (String path : new TreeSet<>(bundle.files().keySet())) {
      String[] steps = path.split("/", 3);
      if (steps.length == 1) {
        ofRoot(path).ifPresent(found::add);
      } else if (steps.length == 2 && teams.contains(steps[0])) {
        ofTeam(path, steps[1]).ifPresent(found::add);
      } else if (teams.contains(steps[0])) {
        inFolder(steps[0] + "/" + steps[1], steps[1])
            .filter(problem -> !found.contains(problem))
            .ifPresent(found::add);
      }
    }
    return found;
  }

  /** Other YAML may stand there, for whatever brings the files to their place. */
  private static Optional<Problem> ofRoot(String path) {
    return OF_ROOT.contains(path) || !isYaml(path)
        ? Optional.empty()
        : Nearest.of(path, OF_ROOT)
            .map(near -> unread(path, "did you mean '%s'? rename it".formatted(near)));
  }

  private static Optional<Problem> ofTeam(String path, String name) {
    return OF_TEAM.contains(name) || !isYaml(name)
        ? Optional.empty()
        : Optional.of(
            unread(
                path,
                Nearest.of(name, OF_TEAM)
                    .map("did you mean '%s'? rename it, or take it away"::formatted)
                    .orElse(
                        "put what it says into one of %s, or take it away"
                            .formatted(String.join(", ", OF_TEAM)))));
  }

  private static Optional<Problem> inFolder(String path, String name) {
    return FOLDERS.contains(name)
        ? Optional.empty()
        : Nearest.of(name, FOLDERS)
            .map(near -> unread(path, "did you mean '%s'? rename it".formatted(near)));
  }

  private static Problem unread(String path, String remedy) {
    return Problem.of(path, "nothing reads this", remedy);
  }

  private static boolean isYaml(String path) {
    return path.endsWith(".yaml") || path.endsWith(".yml");
  }
}

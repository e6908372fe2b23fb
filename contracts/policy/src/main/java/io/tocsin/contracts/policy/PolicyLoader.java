package io.tocsin.contracts.policy;

import io.tocsin.contracts.events.PolicyBundle;
import io.tocsin.contracts.events.TeamCode;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads and checks a whole bundle. */
public final class PolicyLoader {
  private PolicyLoader() {}

  /** The policies in {@code bundle}; refused with every problem at once. */
  public static Policies load(PolicyBundle bundle) throws PolicyRejected {
    Problems problems = new Problems();
    BundleFiles files = new BundleFiles(bundle, problems);
    Claims codes = new Claims();
    Map<TeamCode, TeamPolicy> teams = teams(files, codes, problems);
    Map<String, Integration> integrations =
        files
            .open("integrations.yaml", "who may send alerts")
            .map(new IntegrationsReader(teams.keySet())::read)
            .orElse(Map.of());
    Optional<Section> lastResort = files.open("catch-all.yaml", "the ladder of last resort");
    Optional<CatchAll> catchAll = lastResort.map(file -> CatchAllReader.read(file, codes));
    Optional<Installation> installation = lastResort.map(CatchAllReader::installation);
    if (!problems.none() || catchAll.isEmpty() || installation.isEmpty()) {
      throw new PolicyRejected(problems.inOrder());
    }
    return new Policies(bundle.hash(), teams, integrations, catchAll.get(), installation.get());
  }

  /** What is wrong with the policy root on disk; empty when it may be used. */
  public static List<Problem> check(Path root) {
    try {
      load(PolicyFiles.read(root));
      return List.of();
    } catch (PolicyRejected rejected) {
      return rejected.problems();
    }
  }

  private static Map<TeamCode, TeamPolicy> teams(
      BundleFiles files, Claims codes, Problems problems) {
    TeamReader reader = new TeamReader(files, codes, new Claims());
    Map<TeamCode, TeamPolicy> teams = new LinkedHashMap<>();
    for (String folder : files.teamFolders()) {
      reader.read(folder).ifPresent(team -> teams.putIfAbsent(team.code(), team));
    }
    if (files.teamFolders().isEmpty()) {
      problems.add(
          ".", 0, "policy.yaml", "no folder holds a team", "add one with a policy.yaml in it");
    }
    return teams;
  }
}

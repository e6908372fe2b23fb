package io.tocsin.contracts.policy;

import io.tocsin.contracts.events.PolicyBundle;
import io.tocsin.contracts.events.TeamCode;
import io.tocsin.contracts.policy.severity.SeverityPolicy;
import io.tocsin.contracts.policy.yaml.Places;
import io.tocsin.contracts.policy.yaml.Problem;
import io.tocsin.contracts.policy.yaml.Problems;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** Reads and checks a whole bundle. */
public final class PolicyLoader {
  private PolicyLoader() {}

  /** The policies in {@code bundle}; refused with every problem at once. */
  public static Policies load(PolicyBundle bundle) throws PolicyRejected {
    return load(bundle, TeamFiles::readSeverity);
  }

  /**
   * The same without the rules, which take most of the time and room: what an open incident keeps
   * of the policy that it opened under, since only the current rules are ever asked.
   */
  public static Policies loadWithoutRules(PolicyBundle bundle) throws PolicyRejected {
    return load(bundle, (team, places) -> SeverityPolicy.NONE);
  }

  private static Policies load(
      PolicyBundle bundle, BiFunction<TeamFiles, Places, SeverityPolicy> severity)
      throws PolicyRejected {
    Problems problems = new Problems();
    Places places = new Places();
    RootFiles root = RootFiles.read(bundle, places, problems);
    places.report(new RootChecks(root, places).flaws());
    Map<TeamFiles, SeverityPolicy> rules = new LinkedHashMap<>();
    for (TeamFiles team : root.teams()) {
      places.report(new TeamChecks(team).flaws());
      rules.put(team, severity.apply(team, places));
    }
    if (!problems.none()) {
      throw new PolicyRejected(problems.inOrder());
    }
    Map<TeamCode, TeamPolicy> teams = new LinkedHashMap<>();
    rules.forEach((team, own) -> teams.put(team.policy().code(), team.policy(own)));
    return new Policies(
        bundle.hash(),
        teams,
        root.integrations().integrations(),
        root.catchAll().catchAll(),
        root.catchAll().installation());
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
}

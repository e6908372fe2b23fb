package io.tocsin.contracts.policy;

import io.tocsin.contracts.events.PolicyBundle;
import io.tocsin.contracts.events.TeamCode;
import io.tocsin.contracts.policy.severity.SeverityPolicy;
import io.tocsin.contracts.policy.yaml.Places;
import io.tocsin.contracts.policy.yaml.Problem;
import io.tocsin.contracts.policy.yaml.Problems;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** Reads and checks a whole bundle. */
public final class PolicyLoader {
  private PolicyLoader() {}

  /** The policies in {@code bundle}; refused with every problem at once. */
  public static Policies load(PolicyBundle bundle) throws PolicyRejected {
    return new Loading(bundle, TeamFiles::readSeverity).policies();
  }

  /**
   * The same without the rules, which take most of the time and room: what an open incident keeps
   * of the policy that it opened under, since only the current rules are ever asked.
   */
  public static Policies loadWithoutRules(PolicyBundle bundle) throws PolicyRejected {
    return new Loading(bundle, (team, places) -> SeverityPolicy.NONE).policies();
  }

  /**
   * What is wrong with the policy root on disk, and what will be in the 90 days from {@code now};
   * empty when it may be used.
   */
  public static List<Problem> check(Path root, Instant now) {
    try {
      return check(PolicyFiles.read(root), now);
    } catch (PolicyRejected rejected) {
      return rejected.problems();
    }
  }

  /** The same of a bundle. */
  public static List<Problem> check(PolicyBundle bundle, Instant now) {
    Loading loading = new Loading(bundle, TeamFiles::readSeverity);
    try {
      loading.policies();
      return loading.outlook(now);
    } catch (PolicyRejected rejected) {
      return rejected.problems();
    }
  }

  /** One reading of one bundle. */
  private static final class Loading {
    private final PolicyBundle bundle;
    private final Problems problems = new Problems();
    private final Places places = new Places();
    private final RootFiles root;
    private final BiFunction<TeamFiles, Places, SeverityPolicy> severity;

    Loading(PolicyBundle bundle, BiFunction<TeamFiles, Places, SeverityPolicy> severity) {
      this.bundle = bundle;
      this.severity = severity;
      this.root = RootFiles.read(bundle, places, problems);
    }

    Policies policies() throws PolicyRejected {
      places.report(new RootChecks(root, places).flaws());
      Map<TeamFiles, SeverityPolicy> rules = new LinkedHashMap<>();
      for (TeamFiles team : root.teams()) {
        places.report(new TeamChecks(team).flaws());
        team.templateProblems().forEach(problems::add);
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

    List<Problem> outlook(Instant now) {
      root.teams().forEach(team -> places.report(new Outlook(team, now).flaws()));
      return problems.inOrder();
    }
  }
}

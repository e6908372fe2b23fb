package io.tocsin.contracts.policy;

import io.tocsin.contracts.events.PolicyBundle;
import io.tocsin.contracts.events.TeamCode;
import io.tocsin.contracts.policy.severity.SeverityPolicy;
import io.tocsin.contracts.policy.yaml.Places;
import io.tocsin.contracts.policy.yaml.Problem;
import io.tocsin.contracts.policy.yaml.Problems;
import io.tocsin.contracts.policy.yaml.SecretsInClear;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** Reads and checks a whole bundle. */
public final class PolicyLoader {
  private PolicyLoader() {}

  /** The policies in {@code bundle}; refused with every problem at once. */
  public static Policies load(PolicyBundle bundle) throws PolicyRejected {
    Loading loading = new Loading(bundle, TeamFiles::readSeverity);
    bundle.files().forEach((file, text) -> SecretsInClear.report(file, text, loading.problems));
    return loading.policies();
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
    return inspect(bundle, now).problems();
  }

  /** The same with what it says, and with what may not be meant. */
  public static Inspection inspect(PolicyBundle bundle, Instant now) {
    Loading loading = new Loading(bundle, TeamFiles::readSeverity);
    try {
      bundle.files().forEach((file, text) -> SecretsInClear.report(file, text, loading.problems));
      return loading.inspection(loading.policies(), now);
    } catch (PolicyRejected rejected) {
      return Inspection.refused(rejected);
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
        places.report(new TeamChecks(team, TeamNames.of(team, places), places).flaws());
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

    /** What refuses no policy while the system runs is said here alone. */
    Inspection inspection(Policies policies, Instant now) {
      StrayFiles.of(bundle, root).forEach(problems::add);
      for (TeamFiles team : root.teams()) {
        places.report(new Outlook(team, now).flaws());
        places.report(Advice.problems(team));
      }
      List<Problem> wrong = problems.inOrder();
      places.report(new Advice(root, policies).notes());
      List<Problem> notes = new ArrayList<>(problems.inOrder());
      notes.removeAll(wrong);
      return new Inspection(Optional.of(policies), wrong, notes);
    }
  }
}

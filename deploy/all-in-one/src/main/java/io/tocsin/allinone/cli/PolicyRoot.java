package io.tocsin.allinone.cli;

import io.tocsin.allinone.Defaults;
import io.tocsin.allinone.cases.Case;
import io.tocsin.allinone.cases.Requirement;
import io.tocsin.allinone.cases.coverage.Requirements;
import io.tocsin.allinone.cases.file.CaseFiles;
import io.tocsin.contracts.events.PolicyBundle;
import io.tocsin.contracts.policy.Policies;
import io.tocsin.contracts.policy.PolicyFiles;
import io.tocsin.contracts.policy.PolicyLoader;
import io.tocsin.contracts.policy.PolicyRejected;
import io.tocsin.contracts.policy.yaml.Problem;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** Where the policy is, and what stands in it: an option of every command about it. */
final class PolicyRoot {
  /** The policy or the cases cannot be read. */
  static final int UNREADABLE = 2;

  @Option(
      names = "--policies",
      paramLabel = "DIR",
      description = "The policy root (TOCSIN_POLICIES, else the shipped one).")
  private Path root = Defaults.policies();

  /** The files as they are. */
  PolicyBundle bundle() throws PolicyRejected {
    return PolicyFiles.read(root);
  }

  /** The policy, in order. */
  Policies policies() throws PolicyRejected {
    return PolicyLoader.load(bundle());
  }

  /** The policy with its cases, all in order. */
  Read read() throws PolicyRejected {
    PolicyBundle bundle = bundle();
    Policies policies = PolicyLoader.load(bundle);
    List<Requirement> requirements = Requirements.of(bundle);
    return new Read(policies, requirements, CaseFiles.read(bundle, policies, ids(requirements)));
  }

  /** What is wrong with the cases of a policy that is in order. */
  static List<Problem> problemsOfCases(PolicyBundle bundle, Policies policies) {
    try {
      CaseFiles.read(bundle, policies, ids(Requirements.of(bundle)));
      return List.of();
    } catch (PolicyRejected e) {
      return e.problems();
    }
  }

  private static List<String> ids(List<Requirement> requirements) {
    return requirements.stream().map(Requirement::id).toList();
  }

  /** What was read. */
  record Read(Policies policies, List<Requirement> requirements, List<Case> cases) {}
}

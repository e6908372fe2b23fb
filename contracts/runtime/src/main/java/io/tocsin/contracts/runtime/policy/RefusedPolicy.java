package io.tocsin.contracts.runtime.policy;

import io.tocsin.contracts.policy.yaml.Problem;
import java.time.Instant;
import java.util.List;

/**
 * What lies in the policy root and does not run.
 *
 * @param mark of what was found
 * @param problems at least one
 * @param since when it was seen to be so
 */
record RefusedPolicy(String mark, List<Problem> problems, Instant since) {
  RefusedPolicy {
    problems = List.copyOf(problems);
  }

  /** Without the value: it may be a secret that somebody wrote in the clear. */
  static String line(Problem problem) {
    return "%s: %s; %s".formatted(problem.place(), problem.message(), problem.remedy());
  }
}

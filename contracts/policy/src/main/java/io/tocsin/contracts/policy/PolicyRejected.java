package io.tocsin.contracts.policy;

import io.tocsin.contracts.policy.yaml.Problem;
import java.util.List;
import java.util.stream.Collectors;

/** A policy root with problems: all of them at once, a line each. */
public final class PolicyRejected extends Exception {
  private static final long serialVersionUID = 1L;
  private final transient List<Problem> problems;

  public PolicyRejected(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  public List<Problem> problems() {
    return problems;
  }
}

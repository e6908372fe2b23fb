package io.tocsin.contracts.policy;

import io.tocsin.contracts.policy.yaml.Problem;
import java.util.List;
import java.util.Optional;

/**
 * What an operator is told of a policy root before it runs.
 *
 * @param policies what it says; empty where it would be refused
 * @param problems why it would be refused, or what will go wrong under it
 * @param notes what is allowed and may not be meant
 */
public record Inspection(Optional<Policies> policies, List<Problem> problems, List<Problem> notes) {
  public Inspection {
    problems = List.copyOf(problems);
    notes = List.copyOf(notes);
  }

  /** Of a root that is refused. */
  static Inspection refused(PolicyRejected why) {
    return new Inspection(Optional.empty(), why.problems(), List.of());
  }
}

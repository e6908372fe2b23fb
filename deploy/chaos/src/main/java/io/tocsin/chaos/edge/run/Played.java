package io.tocsin.chaos.edge.run;

import io.tocsin.chaos.core.History;
import io.tocsin.chaos.core.checker.Verdict;
import io.tocsin.chaos.edge.plan.Scenario;

/**
 * How a seed ended.
 *
 * @param unrest what had not come to an end after all patience; empty when all had
 */
public record Played(Scenario scenario, History history, Verdict verdict, String unrest) {

  /** Whether nothing happened that must not. */
  public boolean isClean() {
    return verdict.isClean() && unrest.isEmpty();
  }
}

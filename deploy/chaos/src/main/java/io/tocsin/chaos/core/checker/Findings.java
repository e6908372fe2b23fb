package io.tocsin.chaos.core.checker;

import io.tocsin.chaos.core.evidence.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What one invariant finds: a story for the first few, the number of all. */
final class Findings {
  private static final int TOLD = 20;

  private final String invariant;
  private final List<Violation> violations = new ArrayList<>();
  private int count;

  Findings(String invariant) {
    this.invariant = invariant;
  }

  /**
   * Reports a contradiction.
   *
   * @param story asked for only when it is going to be told
   */
  void report(Object subject, String what, Supplier<List<Line>> story) {
    count++;
    if (violations.size() < TOLD) {
      violations.add(new Violation(invariant, String.valueOf(subject), what, story.get()));
    }
  }

  List<Violation> violations() {
    return List.copyOf(violations);
  }

  int count() {
    return count;
  }
}

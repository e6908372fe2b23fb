package io.tocsin.contracts.policy.yaml;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects everything that is wrong, so that an operator mends it in one go. */
public final class Problems {
  private static final int SHOWN = 60;
  private final Set<Problem> found = new LinkedHashSet<>();

  /** Adds one; the same one twice is one. */
  public void add(Problem problem) {
    String oneLine = problem.value().strip().replaceAll("\\s+", " ");
    String shown = oneLine.length() <= SHOWN ? oneLine : oneLine.substring(0, SHOWN) + "…";
    found.add(
        new Problem(
            problem.file(),
            problem.line(),
            problem.column(),
            shown,
            problem.message(),
            problem.remedy()));
  }

  /** In the order in which a person walks through the files. */
  public List<Problem> inOrder() {
    return found.stream()
        .sorted(
            Comparator.comparing(Problem::file)
                .thenComparingInt(Problem::line)
                .thenComparingInt(Problem::column))
        .toList();
  }

  public boolean none() {
    return found.isEmpty();
  }
}

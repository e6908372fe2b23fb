package io.tocsin.contracts.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects everything that is wrong, so that an operator mends it in one go. */
final class Problems {
  private static final int SHOWN = 60;
  private final List<Problem> found = new ArrayList<>();

  void add(String file, int line, String value, String message, String remedy) {
    String oneLine = value.strip().replaceAll("\\s+", " ");
    String shown = oneLine.length() <= SHOWN ? oneLine : oneLine.substring(0, SHOWN) + "…";
    Problem problem = new Problem(file, line, shown, message, remedy);
    if (!found.contains(problem)) {
      found.add(problem);
    }
  }

  /** In the order in which a person walks through the files. */
  List<Problem> inOrder() {
    return found.stream()
        .sorted(Comparator.comparing(Problem::file).thenComparingInt(Problem::line))
        .toList();
  }

  boolean none() {
    return found.isEmpty();
  }
}

package io.tocsin.allinone.cases.file;

import io.tocsin.contracts.policy.yaml.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Everything that is wrong with files, gathered. */
public final class Problems {
  private static final int SHOWN = 60;
  private final List<Problem> found = new ArrayList<>();

  void add(String file, int line, int column, String value, String message, String remedy) {
    String oneLine = value.strip().replaceAll("\\s+", " ");
    String shown = oneLine.length() <= SHOWN ? oneLine : oneLine.substring(0, SHOWN) + "…";
    Problem problem = new Problem(file, line, column, shown, message, remedy);
    if (!found.contains(problem)) {
      found.add(problem);
    }
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

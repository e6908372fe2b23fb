package io.tocsin.contracts.policy.yaml;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Collects everything that is wrong, so that an operator mends it in one go. Whatever looks like a
 * secret is hidden in all of it.
 */
public final class Problems {
  private static final int SHOWN = 60;
  private final Set<Problem> found = new LinkedHashSet<>();
  private final Set<String> unread = new HashSet<>();
  private final Map<String, Set<Integer>> hidden = new HashMap<>();

  /** Adds one; the same one twice is one. */
  public void add(Problem problem) {
    String oneLine = SecretsInClear.hide(problem.value()).strip().replaceAll("\\s+", " ");
    String shown = oneLine.length() <= SHOWN ? oneLine : oneLine.substring(0, SHOWN) + "…";
    found.add(
        new Problem(
            problem.file(),
            problem.line(),
            problem.column(),
            shown,
            SecretsInClear.hide(problem.message()),
            SecretsInClear.hide(problem.remedy())));
  }

  /** Adds one for which a file could not be read: it comes first, for others may come of it. */
  void addUnread(Problem problem) {
    unread.add(problem.file());
    add(problem);
  }

  /** Adds a secret that stands up to {@code lastLine}. */
  void addSecret(Problem secret, int lastLine) {
    Set<Integer> lines = hidden.computeIfAbsent(secret.file(), file -> new HashSet<>());
    for (int line = secret.line(); line <= lastLine; line++) {
      lines.add(line);
    }
    add(secret);
  }

  /** Whether a secret in this line was told. */
  boolean isHidden(String file, int line) {
    return hidden.getOrDefault(file, Set.of()).contains(line);
  }

  /** In the order in which a person walks through the files, those that nobody can read first. */
  public List<Problem> inOrder() {
    return found.stream()
        .sorted(
            Comparator.<Problem, Boolean>comparing(problem -> !unread.contains(problem.file()))
                .thenComparing(Problem::file)
                .thenComparingInt(Problem::line)
                .thenComparingInt(Problem::column))
        .toList();
  }

  public boolean none() {
    return found.isEmpty();
  }
}

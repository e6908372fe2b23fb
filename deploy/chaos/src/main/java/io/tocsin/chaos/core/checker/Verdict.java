package io.tocsin.chaos.core.checker;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the checker found.
 *
 * @param seed of the run, so that it can be played again
 * @param counts how often each invariant was contradicted, in the order in which they were asked; 0
 *     where it holds
 * @param violations the first of each, told
 */
public record Verdict(long seed, Map<String, Integer> counts, List<Violation> violations) {

  public Verdict {
    violations = List.copyOf(violations);
  }

  public boolean isClean() {
    return violations.isEmpty();
  }

  /** The names of what was contradicted. */
  public List<String> broken() {
    return counts.entrySet().stream()
        .filter(entry -> entry.getValue() > 0)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** The violation with the fewest lines. */
  public Optional<Violation> shortest() {
    return violations.stream().min(Comparator.comparingInt(it -> it.story().size()));
  }

  /** Every invariant with its count, then the shortest story. */
  @Override
  public String toString() {
    if (isClean()) {
      return "seed %d: all %d invariants hold%n".formatted(seed, counts.size());
    }
    return "seed %d: BROKEN%n%s%n%s"
        .formatted(
            seed,
            counts.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .map(entry -> "  %s (%d)%n".formatted(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining()),
            shortest().map(Violation::toString).orElse(""));
  }
}

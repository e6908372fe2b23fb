package io.tocsin.allinone.cases.verdict;

import io.tocsin.allinone.cases.Case;
import io.tocsin.allinone.cases.Night;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a case ended.
 *
 * @param shift what all differences have in common; null where it is not a span of time
 */
public record Verdict(
    Case played, Night night, List<Difference> differences, @Nullable Shift shift) {
  public Verdict {
    differences = List.copyOf(differences);
  }

  /** How a case can end. */
  public enum Outcome {
    PASSED,
    FAILED,
    /** It differs, as it says it would. */
    PENDING,
    /** It says that it would differ, and does not. */
    PASSES_NOW
  }

  public Outcome outcome() {
    if (played.isPending()) {
      return differences.isEmpty() ? Outcome.PASSES_NOW : Outcome.PENDING;
    }
    return differences.isEmpty() ? Outcome.PASSED : Outcome.FAILED;
  }

  /** Whether somebody has to do something. */
  public boolean isWrong() {
    return outcome() == Outcome.FAILED || outcome() == Outcome.PASSES_NOW;
  }
}

package io.tocsin.benchmarks.measure;

import io.tocsin.benchmarks.Bench;
import io.tocsin.benchmarks.house.ProcessUse;
import java.util.List;

/**
 * Passes that are not counted, until they get no better and the compilers have done their work,
 * which takes minutes.
 */
final class WarmUp {
  private static final double BETTER = 1.1;
  private static final int NO_BETTER = 2;
  private static final double COMPILERS_AT_REST = 0.1;

  private WarmUp() {}

  /** A pass and how well it went: more is better. */
  @FunctionalInterface
  interface Trial {
    double run(int number) throws Exception;
  }

  /**
   * Repeats {@code trial} until two in a row are less than a tenth better than the best before, and
   * the compilers of {@code processes} took less than a tenth of a core in the last.
   *
   * @param most the passes at most
   */
  static void until(Bench bench, int most, List<ProcessHandle> processes, Trial trial)
      throws Exception {
    double best = 0;
    int noBetter = 0;
    boolean warm = false;
    for (int number = 0; number < most && !warm; number++) {
      ProcessUse before = ProcessUse.of(processes);
      double result = trial.run(number);
      double compilers = ProcessUse.of(processes).compilerCores(before);
      noBetter = result > best * BETTER ? 0 : noBetter + 1;
      warm = noBetter >= NO_BETTER && compilers <= COMPILERS_AT_REST;
      best = Math.max(best, result);
      bench
          .report()
          .say(
              "that was warm-up %d, not counted; the compilers took %.2f of a core"
                  .formatted(number + 1, compilers));
    }
  }
}

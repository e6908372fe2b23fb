package io.tocsin.benchmarks.measure;

import io.tocsin.benchmarks.Bench;

/** Passes that are not counted, until they get no better: the compiler takes minutes. */
final class WarmUp {
  private static final double BETTER = 1.1;
  private static final int NO_BETTER = 2;

  private WarmUp() {}

  /** A pass and how well it went: more is better. */
  @FunctionalInterface
  interface Trial {
    double run(int number) throws Exception;
  }

  /**
   * Repeats {@code trial} until two in a row are less than a tenth better than the best before.
   *
   * @param most the passes at most
   */
  static void until(Bench bench, int most, Trial trial) throws Exception {
    double best = 0;
    int noBetter = 0;
    for (int number = 0; number < most && noBetter < NO_BETTER; number++) {
      double result = trial.run(number);
      noBetter = result > best * BETTER ? 0 : noBetter + 1;
      best = Math.max(best, result);
      bench.report().say("that was warm-up %d, not counted".formatted(number + 1));
    }
  }
}

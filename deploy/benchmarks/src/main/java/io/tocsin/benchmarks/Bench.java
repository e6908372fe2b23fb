package io.tocsin.benchmarks;

import io.tocsin.benchmarks.house.Running;
import io.tocsin.benchmarks.report.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * What every benchmark gets.
 *
 * @param home the checkout
 * @param work a folder of its own, empty
 * @param full whether sizes are those that figures are taken with; else just large enough to show
 *     that it works
 */
public record Bench(Path home, Path work, boolean full, Report report) {

  /** The size that this run takes. */
  public int size(int quick, int whole) {
    return full ? whole : quick;
  }

  /** A system that runs, with policies for measuring. */
  public Running system() throws IOException, InterruptedException {
    return system(Map.of());
  }

  /** The same, with more in its environment. */
  public Running system(Map<String, String> environment) throws IOException, InterruptedException {
    report.say("starting the system …");
    return Running.started(home, work, environment);
  }
}

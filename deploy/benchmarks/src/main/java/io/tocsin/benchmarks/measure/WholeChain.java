package io.tocsin.benchmarks.measure;

import io.tocsin.benchmarks.Bench;
import io.tocsin.benchmarks.Benchmark;
import io.tocsin.benchmarks.house.Alerts;
import io.tocsin.benchmarks.house.Alerts.Kind;
import io.tocsin.benchmarks.house.Dispositions;
import io.tocsin.benchmarks.house.ProcessUse;
import io.tocsin.benchmarks.house.Running;
import io.tocsin.benchmarks.load.Pace;
import io.tocsin.benchmarks.load.Requests;
import io.tocsin.benchmarks.report.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * From accepted to the last disposition, alerts of a few hundred open incidents: how many a second
 * when a heap of them is worked off, and the largest fixed rate that is kept up with.
 */
public final class WholeChain implements Benchmark {
  private static final int SERVICES = 300;

  /** A rate is kept up with when the last disposition comes this soon after the last answer … */
  private static final double KEPT_UP_SECONDS = 2;

  /** … and answers come this soon, or what waits would only wait before the door. */
  private static final double ANSWERED_MILLIS = 1000;

  private static final double FIRST = 0.7;
  private static final double STEP = 1.12;
  private static final int MOST_STEPS = 12;

  @Override
  public String name() {
    return "chain";
  }

  @Override
  public void run(Bench bench) throws Exception {
    try (Running running = bench.system();
        Dispositions dispositions = new Dispositions(running.kafka())) {
      WarmUp.until(
          bench,
          bench.size(2, 15),
          running.processes(),
          number -> {
            Drain warm =
                Drain.of(running, dispositions, Pace.all(bench.size(3_000, 30_000)), requests());
            bench.report().say("%.0f/s %s".formatted(warm.perSecond(), warm.voided()));
            return warm.perSecond();
          });
      List<Double> heaps = new ArrayList<>();
      List<Double> kept = new ArrayList<>();
      List<String> voided = new ArrayList<>();
      for (int round = 0; round < bench.size(1, 3); round++) {
        Drain heap =
            Drain.of(running, dispositions, Pace.all(bench.size(5_000, 30_000)), requests());
        voided.add(heap.voided());
        heaps.add(heap.perSecond());
        kept.add(largestKeptUp(bench, running, dispositions, heap.perSecond()));
      }
      voided.removeIf(String::isEmpty);
      report(bench.report(), "a heap of alerts worked off", "", heaps, voided);
      report(bench.report(), "largest rate kept up with", "≥ 2500/s", kept, voided);
    }
  }

  /** Tries fixed rates from below what a heap is worked off at, up to the first not kept. */
  private static double largestKeptUp(
      Bench bench, Running running, Dispositions dispositions, double heap) throws Exception {
    double largest = 0;
    for (int step = 0; step < bench.size(4, MOST_STEPS); step++) {
      int rate = (int) (heap * FIRST * Math.pow(STEP, step));
      ProcessUse before = running.use();
      Drain drain = Drain.of(running, dispositions, Pace.open(rate, bench.size(3, 15)), requests());
      double cpu = running.use().cpuSeconds() - before.cpuSeconds();
      boolean kept =
          drain.voided().isEmpty()
              && drain.lagSeconds() <= KEPT_UP_SECONDS
              && drain.pass().millis(99) <= ANSWERED_MILLIS;
      bench
          .report()
          .say(
              ("%d/s: last disposition %.1f s after the last answer, answer p99 %.0f ms,"
                      + " %.2f ms of processor an alert %s")
                  .formatted(
                      rate,
                      drain.lagSeconds(),
                      drain.pass().millis(99),
                      1000 * cpu / drain.disposed(),
                      drain.voided()));
      if (!kept) {
        break;
      }
      largest = rate;
    }
    return largest;
  }

  /** Deliveries of known alerts, one monitor for each of a few hundred services. */
  static Requests requests() {
    return Alerts.ofServices(Kind.FAILING, "c", SERVICES, Long.toString(System.nanoTime(), 36));
  }

  private void report(
      Report report, String what, String aim, List<Double> rates, List<String> voided)
      throws Exception {
    double median = Report.median(rates);
    report.addUnless(
        String.join("; ", voided),
        name(),
        "webhook → disposition, " + what,
        "%.0f/s (rounds: %s)".formatted(median, Report.spread(rates)),
        aim,
        Map.of("perSecond", median, "rounds", rates));
  }
}

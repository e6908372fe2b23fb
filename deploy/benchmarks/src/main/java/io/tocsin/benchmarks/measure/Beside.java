package io.tocsin.benchmarks.measure;

import io.tocsin.benchmarks.Bench;
import io.tocsin.benchmarks.Benchmark;
import io.tocsin.benchmarks.house.Dispositions;
import io.tocsin.benchmarks.house.ProcessUse;
import io.tocsin.benchmarks.house.Running;
import io.tocsin.benchmarks.load.Pace;
import io.tocsin.benchmarks.report.Report;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a change costs each alert: this checkout and another run at once and take the same passes in
 * turn, so that both halves of a pair meet the machine as it is in one minute.
 */
public final class Beside implements Benchmark {
  /** Names the other checkout; that of this one again shows the noise. */
  private static final String OTHER = "TOCSIN_BENCH_BESIDE";

  private static final int HEAP = 30_000;

  @Override
  public String name() {
    return "beside";
  }

  @Override
  public void run(Bench bench) throws Exception {
    String named = System.getenv(OTHER);
    if (named == null) {
      bench
          .report()
          .say("left out: set " + OTHER + " to the checkout that this one is held against");
      return;
    }
    Path home = Path.of(named).toAbsolutePath();
    if (!Files.isExecutable(home.resolve("deploy/tocsin"))) {
      throw new IllegalArgumentException(OTHER + " is no checkout of Tocsin: " + home);
    }
    try (Side here = new Side(bench, Running.started(bench.home(), bench.work().resolve("here")));
        Side there = new Side(bench, Running.beside(home, bench.work().resolve("there")))) {
      here.warm();
      there.warm();
      List<Double> ratios = new ArrayList<>();
      for (int pair = 0; pair < bench.size(2, 12); pair++) {
        // neither side is always the one that finds the machine rested
        List<Side> turns = pair % 2 == 0 ? List.of(here, there) : List.of(there, here);
        for (Side side : turns) {
          side.pass();
        }
        ratios.add(here.costs.get(pair) / there.costs.get(pair));
        bench
            .report()
            .say("%.3f and %.3f ms".formatted(here.costs.get(pair), there.costs.get(pair)));
      }
      report(bench, here, there, ratios);
    }
  }

  private void report(Bench bench, Side here, Side there, List<Double> ratios) throws Exception {
    List<String> voided = new ArrayList<>(here.voided);
    voided.addAll(there.voided);
    double ratio = Report.median(ratios);
    bench
        .report()
        .addUnless(
            String.join("; ", voided),
            name(),
            "processor an alert at %d/s, here and there, by pairs".formatted(rate(bench)),
            "%.2f and %.2f ms: × %.2f (%s)"
                .formatted(
                    Report.median(here.costs),
                    Report.median(there.costs),
                    ratio,
                    String.join(", ", ratios.stream().map("%.2f"::formatted).toList())),
            "",
            Map.of("ratio", ratio, "here", here.costs, "there", there.costs));
  }

  private static int rate(Bench bench) {
    return bench.size(200, 1_400);
  }

  private static final class Side implements AutoCloseable {
    private final Bench bench;
    private final Running running;
    private final Dispositions dispositions;
    private final List<Double> costs = new ArrayList<>();
    private final List<String> voided = new ArrayList<>();

    Side(Bench bench, Running running) {
      this.bench = bench;
      this.running = running;
      this.dispositions = new Dispositions(running.kafka());
    }

    void warm() throws Exception {
      WarmUp.until(
          bench,
          bench.size(1, 10),
          running.processes(),
          number -> drain(Pace.all(bench.size(3_000, HEAP))).perSecond());
    }

    void pass() throws Exception {
      ProcessUse before = running.use();
      Drain drain = drain(Pace.open(rate(bench), bench.size(3, 10)));
      costs.add(1000 * (running.use().cpuSeconds() - before.cpuSeconds()) / drain.disposed());
      if (!drain.voided().isEmpty()) {
        voided.add(drain.voided());
      }
    }

    private Drain drain(Pace pace) throws Exception {
      return Drain.of(running, dispositions, pace, WholeChain.requests());
    }

    @Override
    public void close() throws Exception {
      dispositions.close();
      running.close();
    }
  }
}

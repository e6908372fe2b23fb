package io.tocsin.benchmarks.measure;

import io.tocsin.benchmarks.Bench;
import io.tocsin.benchmarks.Benchmark;
import io.tocsin.benchmarks.house.Alerts;
import io.tocsin.benchmarks.house.Alerts.Kind;
import io.tocsin.benchmarks.house.Dispositions;
import io.tocsin.benchmarks.house.ProcessUse;
import io.tocsin.benchmarks.house.Running;
import io.tocsin.benchmarks.load.Pace;
import java.util.Map;

/** Services and broker with nothing to do, some work after their start. */
public final class Idle implements Benchmark {
  @Override
  public String name() {
    return "idle";
  }

  @Override
  public void run(Bench bench) throws Exception {
    try (Running running = bench.system();
        Dispositions dispositions = new Dispositions(running.kafka())) {
      Drain.of(
          running,
          dispositions,
          Pace.all(bench.size(1_000, 10_000)),
          Alerts.ofServices(Kind.FAILING, "i", 100, "i"));
      Thread.sleep(1000L * bench.size(5, 30));
      ProcessUse before = running.use();
      Thread.sleep(1000L * bench.size(10, 60));
      ProcessUse after = running.use();
      double cores = after.cores(before);
      long resident = after.residentMegabytes();
      bench
          .report()
          .add(
              name(),
              "services + broker with nothing to do",
              "%.2f core, %d MB resident".formatted(cores, resident),
              "≤ 0.35 core, ≤ 1.2 GB",
              Map.of("cores", cores, "residentMb", resident));
    }
  }
}

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
 * What open incidents cost: memory, and processor time for each further alert, of services and
 * broker together, from {@code /proc}. The alerts go to all of them in turn, at a fixed rate, so
 * that stores are asked all over. The incidents are P4 and out of hours: open and quiet.
 */
public final class OpenIncidents implements Benchmark {
  private static final String RUN = "n";

  @Override
  public String name() {
    return "open";
  }

  @Override
  public void run(Bench bench) throws Exception {
    int[] counts = {100, bench.size(1_000, 10_000), bench.size(5_000, 100_000)};
    try (Running running = bench.system();
        Dispositions dispositions = new Dispositions(running.kafka())) {
      int open = fill(bench, running, dispositions, 0, counts[0]);
      int few = open;
      WarmUp.until(
          bench,
          bench.size(1, 15),
          running.processes(),
          number -> {
            Cost warm = cost(bench, running, dispositions, few);
            bench.report().say("%.2f ms an alert".formatted(warm.cpuMillis));
            return 1 / warm.cpuMillis;
          });
      double first = 0;
      for (int count : counts) {
        open = fill(bench, running, dispositions, open, count);
        List<Cost> costs = new ArrayList<>();
        for (int round = 0; round < bench.size(1, 3); round++) {
          costs.add(cost(bench, running, dispositions, open));
        }
        double cpu = Report.median(costs.stream().map(Cost::cpuMillis).toList());
        first = first == 0 ? cpu : first;
        report(bench.report(), count, costs, cpu, cpu / first);
      }
    }
  }

  /** Opens what is missing to {@code wanted}. */
  private static int fill(
      Bench bench, Running running, Dispositions dispositions, int open, int wanted)
      throws Exception {
    Requests opening =
        number ->
            Alerts.request(Kind.QUIET, Alerts.name(RUN, open + number), "open", open + number);
    if (wanted > open) {
      Drain drain = Drain.of(running, dispositions, Pace.all(wanted - open), opening);
      bench
          .report()
          .say(
              "%d more opened, %.0f/s %s"
                  .formatted(wanted - open, drain.perSecond(), drain.voided()));
      if (!drain.voided().isEmpty()) {
        throw new IllegalStateException("incidents could not be opened: " + drain.voided());
      }
    }
    return wanted;
  }

  private static Cost cost(Bench bench, Running running, Dispositions dispositions, int open)
      throws Exception {
    String delivered = Long.toString(System.nanoTime(), 36);
    Pace pace = Pace.open(500, bench.size(4, 20));
    // with a step that has no divisor in common with the count, alerts go all over the incidents
    Requests spread =
        number ->
            Alerts.request(Kind.QUIET, Alerts.name(RUN, number * 7919 % open), delivered, number);
    ProcessUse before = running.use();
    Drain drain = Drain.of(running, dispositions, pace, spread);
    ProcessUse after = running.use();
    double cpu = 1000 * (after.cpuSeconds() - before.cpuSeconds()) / drain.pass().sent();
    return new Cost(cpu, drain, after.residentMegabytes());
  }

  private void report(Report report, int count, List<Cost> costs, double cpu, double ratio)
      throws Exception {
    List<String> voided = new ArrayList<>(costs.stream().map(it -> it.drain.voided()).toList());
    voided.removeIf(String::isEmpty);
    long resident = costs.get(costs.size() - 1).residentMegabytes;
    double p99 = Report.median(costs.stream().map(it -> it.drain.pass().millis(99)).toList());
    double lag = Report.median(costs.stream().map(it -> it.drain.lagSeconds()).toList());
    report.addUnless(
        String.join("; ", voided),
        name(),
        count + " incidents open, 500 alerts/s to them",
        "%.2f ms of processor an alert (%.2f × the first); %d MB resident; answer p99 %.0f ms; last disposition after %.2f s"
            .formatted(cpu, ratio, resident, p99, lag),
        "≤ 1.2 × the first",
        Map.of(
            "open", count,
            "cpuMsPerAlert", cpu,
            "ratio", ratio,
            "residentMb", resident,
            "answerP99Ms", p99,
            "lagSeconds", lag));
  }

  private record Cost(double cpuMillis, Drain drain, long residentMegabytes) {}
}

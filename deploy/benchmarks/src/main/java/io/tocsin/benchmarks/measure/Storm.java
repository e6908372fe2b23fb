package io.tocsin.benchmarks.measure;

import io.tocsin.benchmarks.Bench;
import io.tocsin.benchmarks.Benchmark;
import io.tocsin.benchmarks.house.Alerts;
import io.tocsin.benchmarks.house.Alerts.Kind;
import io.tocsin.benchmarks.house.Dispositions;
import io.tocsin.benchmarks.house.Pages;
import io.tocsin.benchmarks.house.Running;
import io.tocsin.benchmarks.load.Pace;
import io.tocsin.benchmarks.load.Requests;
import io.tocsin.benchmarks.report.Report;
import java.time.Duration;
import java.util.Map;

/**
 * 100 000 alerts in a minute, of a few hundred services, and among them a P1 at each thousandth, of
 * a service of its own: all accepted, none lost, and the P1s paged in time.
 */
public final class Storm implements Benchmark {
  private static final int SERVICES = 300;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @Override
  public String name() {
    return "storm";
  }

  @Override
  public void run(Bench bench) throws Exception {
    try (Running running = bench.system();
        Dispositions dispositions = new Dispositions(running.kafka())) {
      WarmUp.until(
          bench,
          bench.size(1, 15),
          running.processes(),
          number -> {
            Requests requests = requests("w" + number, 1000);
            Drain warm =
                Drain.of(running, dispositions, Pace.all(bench.size(3_000, 30_000)), requests);
            bench.report().say("%.0f/s %s".formatted(warm.perSecond(), warm.voided()));
            return warm.perSecond();
          });
      int seconds = bench.size(6, 60);
      int every = bench.size(100, 1000);
      Pages pages = new Pages(running);
      pages.awaitQuiet(PATIENCE);
      long from = pages.size();
      Pace pace = new Pace(1667, bench.size(10_000, 100_000), Duration.ofHours(1));
      Drain drain = Drain.of(running, dispositions, pace, requests("s", every));
      pages.awaitQuiet(PATIENCE);
      PageTimes outages =
          PageTimes.of(
              drain.pass(),
              number -> isOutage(number, every) ? Alerts.name("s", number) : "",
              pages.since(from));
      report(bench.report(), drain, outages, seconds);
    }
  }

  private static Requests requests(String run, int every) {
    String delivered = Long.toString(System.nanoTime(), 36);
    Requests others = Alerts.ofServices(Kind.FAILING, "o", SERVICES, delivered);
    return number ->
        isOutage(number, every)
            ? Alerts.request(Kind.OUTAGE, Alerts.name(run, number), delivered, number)
            : others.request(number);
  }

  private static boolean isOutage(long number, int every) {
    return number % every == every / 2;
  }

  private void report(Report report, Drain drain, PageTimes outages, int seconds) throws Exception {
    report.addUnless(
        drain.voided(),
        name(),
        "%d alerts in %d s: accepted and disposed of".formatted(drain.pass().sent(), seconds),
        "%d accepted, %d dispositions, %d doubled; sent in %.1f s, drained %.1f s after that; answer p99 %.0f ms"
            .formatted(
                drain.pass().accepted(),
                drain.disposed(),
                drain.doubled(),
                drain.pass().seconds(),
                drain.lagSeconds(),
                drain.pass().millis(99)),
        "all, drained ≤ 120 s",
        Map.of(
            "accepted", drain.pass().accepted(),
            "disposed", drain.disposed(),
            "sendSeconds", drain.pass().seconds(),
            "drainSeconds", drain.lagSeconds()));
    report.addUnless(
        outages.voided(),
        name(),
        outages.millis().getTotalCount() + " P1s in it, webhook → page",
        "p50 %.0f, p99 %.0f, last %.0f ms"
            .formatted(outages.at(50), outages.at(99), outages.at(100)),
        "p99 ≤ 5 s",
        Map.of("p50Ms", outages.at(50), "p99Ms", outages.at(99), "mostMs", outages.at(100)));
  }
}

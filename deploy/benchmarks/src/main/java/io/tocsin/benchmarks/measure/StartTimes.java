package io.tocsin.benchmarks.measure;

import io.tocsin.benchmarks.Bench;
import io.tocsin.benchmarks.Benchmark;
import io.tocsin.benchmarks.house.Alerts;
import io.tocsin.benchmarks.house.Alerts.Kind;
import io.tocsin.benchmarks.house.BenchPolicies;
import io.tocsin.benchmarks.house.Dispositions;
import io.tocsin.benchmarks.house.Pages;
import io.tocsin.benchmarks.house.Pages.Page;
import io.tocsin.benchmarks.house.Running;
import io.tocsin.benchmarks.load.Pace;
import io.tocsin.benchmarks.report.Report;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * {@code up}: with empty data, and after {@code kill -9} with incidents open whose second rung,
 * which calls by PagerDuty here, fell due while nothing ran.
 */
public final class StartTimes implements Benchmark {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  @Override
  public String name() {
    return "starts";
  }

  @Override
  public void run(Bench bench) throws Exception {
    empty(bench);
    overdue(bench);
  }

  private void empty(Bench bench) throws Exception {
    List<Double> greeted = new ArrayList<>();
    List<Double> ready = new ArrayList<>();
    for (int i = 0; i < bench.size(1, 3); i++) {
      try (Running running = Running.started(bench.home(), bench.work().resolve("empty" + i))) {
        greeted.add(running.greetedAfter());
        ready.add(running.readyAfter());
      }
    }
    double greeting = Report.median(greeted);
    double whole = Report.median(ready);
    bench
        .report()
        .add(
            name(),
            "up, built, empty data",
            "%.1f s to the greeting, %.1f s until all are ready".formatted(greeting, whole),
            "≤ 20 s",
            Map.of("greetingSeconds", greeting, "readySeconds", whole));
  }

  private void overdue(Bench bench) throws Exception {
    int count = bench.size(300, 10_000);
    int wait = bench.size(40, 240);
    try (Running running =
        Running.prepared(bench.home(), bench.work().resolve("overdue"), wait + "s")) {
      BenchPolicies.editAll(
          running.policies().resolve("digital-prescriptions/policy.yaml"),
          "by: [phone, pagerduty]",
          "by: [pagerduty]");
      running.start();
      Pages pages = new Pages(running);
      long lastOpened = open(running, count);
      String tooSlow = overdueBeforeTheEnd(pages, count);
      running.killHard();
      long down = pages.size();
      long due = lastOpened + 1000L * (wait + 1);
      Thread.sleep(Math.max(0, due - System.currentTimeMillis()));
      long began = System.currentTimeMillis();
      running.start();
      pages.await(down, count, PATIENCE);
      pages.awaitQuiet(PATIENCE);
      List<Page> after = pages.since(down);
      report(bench, running, count, tooSlow, after.stream().mapToLong(it -> it.atMillis() - began));
    }
  }

  /** Opens them all and returns when the last one was. */
  private static long open(Running running, int count) throws Exception {
    try (Dispositions dispositions = new Dispositions(running.kafka())) {
      Drain drain =
          Drain.of(running, dispositions, Pace.all(count), Alerts.ofOwnServices(Kind.FAILING, "h"));
      if (!drain.voided().isEmpty()) {
        throw new IllegalStateException("incidents could not be opened: " + drain.voided());
      }
      return System.currentTimeMillis();
    }
  }

  /** The first rung's pages must all be out, and none of the second's, or they are not overdue. */
  private static String overdueBeforeTheEnd(Pages pages, int count) throws Exception {
    pages.awaitQuiet(PATIENCE);
    long out = pages.since(0).size();
    return out == count ? "" : "%d pages before the end, not %d".formatted(out, count);
  }

  private void report(
      Bench bench, Running running, int count, String tooSlow, LongStream pagesAfter)
      throws Exception {
    long[] after = pagesAfter.sorted().toArray();
    String voided =
        tooSlow.isEmpty() && after.length != count
            ? "%d pages after the start, not %d".formatted(after.length, count)
            : tooSlow;
    double first = after.length == 0 ? -1 : after[0] / 1000.0;
    double last = after.length == 0 ? -1 : after[after.length - 1] / 1000.0;
    bench
        .report()
        .addUnless(
            voided,
            name(),
            "up after kill -9, %d incidents open and overdue".formatted(count),
            "%.1f s to the greeting, %.1f s until all are ready, first overdue page %.1f s after the start, last %.1f s"
                .formatted(running.greetedAfter(), running.readyAfter(), first, last),
            "≤ 30 s; page ≤ 45 s",
            Map.of(
                "greetingSeconds",
                running.greetedAfter(),
                "readySeconds",
                running.readyAfter(),
                "firstPageSeconds",
                first,
                "lastPageSeconds",
                last));
  }
}

package io.tocsin.benchmarks.measure;

import io.tocsin.allinone.up.Ports.Listener;
import io.tocsin.benchmarks.Bench;
import io.tocsin.benchmarks.Benchmark;
import io.tocsin.benchmarks.house.Alerts;
import io.tocsin.benchmarks.house.Alerts.Kind;
import io.tocsin.benchmarks.house.KafkaLook;
import io.tocsin.benchmarks.house.Pages;
import io.tocsin.benchmarks.house.Running;
import io.tocsin.benchmarks.load.LoadGenerator;
import io.tocsin.benchmarks.load.Pace;
import io.tocsin.benchmarks.load.Pass;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * From a webhook that was to be sent to its page at the provider, at fixed rates. Each alert is of
 * a service of its own, so each is an incident and a page; the times of arrival are the sandbox's.
 */
public final class WebhookToPage implements Benchmark {
  private static final int CONNECTIONS = 64;
  private static final int[] RATES = {20, 100, 200, 500, 1000};
  private static final Map<Integer, String> AIMS =
      Map.of(100, "p50 ≤ 120, p99 ≤ 350 ms", 500, "p99 ≤ 500 ms");
  private static final Duration PATIENCE = Duration.ofSeconds(120);

  @Override
  public String name() {
    return "pages";
  }

  @Override
  public void run(Bench bench) throws Exception {
    try (Running running = bench.system();
        KafkaLook kafka = new KafkaLook(running.kafka())) {
      WarmUp.until(
          bench,
          bench.size(1, 12),
          running.processes(),
          number -> {
            PageTimes warm = pass(running, kafka, "w" + number, 100, bench.size(3, 10));
            bench.report().say(warm.text());
            return 1 / warm.at(50);
          });
      Map<Integer, List<PageTimes>> passes = new TreeMap<>();
      for (int round = 0; round < bench.size(1, 3); round++) {
        for (int rate : RATES) {
          PageTimes times = pass(running, kafka, "r" + round + rate, rate, seconds(bench, rate));
          bench.report().say("%d/s: %s".formatted(rate, times.text()));
          passes.computeIfAbsent(rate, it -> new ArrayList<>()).add(times);
        }
      }
      for (Map.Entry<Integer, List<PageTimes>> rate : passes.entrySet()) {
        PageTimes.report(
            bench.report(),
            AIMS.getOrDefault(rate.getKey(), ""),
            "webhook → page, %d/s".formatted(rate.getKey()),
            rate.getValue());
      }
    }
  }

  /** Shorter at high rates: each alert leaves an open incident, which all later passes carry. */
  private static int seconds(Bench bench, int rate) {
    return bench.size(4, rate <= 100 ? 20 : 1000 / rate);
  }

  /** Sends, waits until every page is there or patience ends, and reads the pages once. */
  private static PageTimes pass(Running running, KafkaLook kafka, String run, int rate, int seconds)
      throws IOException, InterruptedException {
    Pages pages = new Pages(running);
    long from = pages.size();
    Pass sent =
        LoadGenerator.run(
            running.port(Listener.ALERT_INGEST),
            CONNECTIONS,
            Pace.open(rate, seconds),
            Alerts.ofOwnServices(Kind.FAILING, run));
    kafka.awaitRead(PATIENCE);
    pages.awaitQuiet(PATIENCE);
    return PageTimes.of(sent, number -> Alerts.name(run, number), pages.since(from));
  }
}

package io.tocsin.benchmarks.measure;

import io.tocsin.benchmarks.Bench;
import io.tocsin.benchmarks.Benchmark;
import io.tocsin.benchmarks.house.KafkaLook;
import io.tocsin.benchmarks.house.Running;
import io.tocsin.benchmarks.load.Pace;
import io.tocsin.benchmarks.peer.Alertmanager;
import io.tocsin.benchmarks.report.Report;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Webhooks of one alert each, accepted at 64 connections, with and without each alert put to disk,
 * and beside them a peer's, for each {@link Population}.
 */
public final class AcceptedWebhooks implements Benchmark {
  private static final String PLAIN = "Tocsin";
  private static final String FLUSH = "Tocsin with flush.messages=1";
  private static final String PEER = "Alertmanager, in memory";

  @Override
  public String name() {
    return "accept";
  }

  @Override
  public void run(Bench bench) throws Exception {
    try (Running running = bench.system();
        KafkaLook kafka = new KafkaLook(running.kafka());
        Peer peer = Peer.startIfInstalled(bench)) {
      AcceptancePasses rounds = new AcceptancePasses(bench, running, kafka);
      Pace most = Population.KNOWN.most(bench);
      WarmUp.until(
          bench,
          bench.size(1, 16),
          running.processes(),
          number ->
              rounds
                  .tocsin(number % 2 == 0 ? Population.KNOWN : Population.NEW, false, most)
                  .pass()
                  .perSecond());
      if (peer.alertmanager != null) {
        WarmUp.until(
            bench,
            bench.size(1, 6),
            List.of(),
            number -> rounds.peer(Population.KNOWN, most).pass().perSecond());
      }
      for (Population alerts : Population.values()) {
        Map<String, Passes> passes = passes(bench, rounds, peer, alerts);
        reportMost(bench.report(), alerts.words(), passes);
        if (alerts == Population.KNOWN) {
          reportHalf(bench, rounds, (int) (passes(passes, PLAIN).perSecond() / 2));
        }
      }
    }
  }

  private static Map<String, Passes> passes(
      Bench bench, AcceptancePasses rounds, Peer peer, Population alerts) throws Exception {
    Map<String, Passes> passes = new LinkedHashMap<>();
    Pace most = alerts.most(bench);
    for (int round = 0; round < bench.size(1, 3); round++) {
      passes(passes, PLAIN).add(rounds.tocsin(alerts, false, most));
      passes(passes, FLUSH).add(rounds.tocsin(alerts, true, most));
      if (peer.alertmanager != null) {
        passes(passes, PEER).add(rounds.peer(alerts, most));
      }
    }
    return passes;
  }

  private void reportHalf(Bench bench, AcceptancePasses rounds, int half) throws Exception {
    Passes halves = new Passes();
    for (int round = 0; round < bench.size(1, 3); round++) {
      halves.add(rounds.tocsin(Population.KNOWN, false, Pace.open(half, bench.size(3, 10))));
    }
    halves.reportTimes(
        bench.report(), name(), "at half of the most, %d/s".formatted(half), "p99 ≤ 50 ms");
  }

  private static Passes passes(Map<String, Passes> all, String kind) {
    return all.computeIfAbsent(kind, it -> new Passes());
  }

  private void reportMost(Report report, String alerts, Map<String, Passes> passes)
      throws Exception {
    for (Map.Entry<String, Passes> kind : passes.entrySet()) {
      kind.getValue()
          .reportMost(
              report, name(), "%s accepted by %s, 64 connections".formatted(alerts, kind.getKey()));
    }
    if (passes.containsKey(PEER)) {
      Passes peer = passes(passes, PEER);
      ratio(report, alerts + ": Tocsin ÷ Alertmanager", "≥ 2", passes(passes, PLAIN), peer);
      ratio(report, alerts + ": with flush ÷ Alertmanager", "≥ 1.5", passes(passes, FLUSH), peer);
    }
  }

  private void ratio(Report report, String what, String aim, Passes ours, Passes theirs)
      throws Exception {
    double ratio = ours.perSecond() / theirs.perSecond();
    String voided = ours.voided() + theirs.voided();
    report.addUnless(voided, name(), what, "%.2f".formatted(ratio), aim, Map.of("ratio", ratio));
  }

  /** Alertmanager where there is one. */
  private record Peer(@Nullable Alertmanager alertmanager) implements AutoCloseable {
    static Peer startIfInstalled(Bench bench) throws Exception {
      if (Alertmanager.isInstalled()) {
        return new Peer(Alertmanager.start(bench.work().resolve("alertmanager")));
      }
      bench.report().say("prometheus-alertmanager is not installed: no ratios");
      return new Peer(null);
    }

    @Override
    public void close() throws InterruptedException {
      if (alertmanager != null) {
        alertmanager.close();
      }
    }
  }
}

package io.tocsin.benchmarks.measure;

import io.tocsin.allinone.up.Ports.Listener;
import io.tocsin.benchmarks.Bench;
import io.tocsin.benchmarks.Benchmark;
import io.tocsin.benchmarks.house.Alerts;
import io.tocsin.benchmarks.house.Alerts.Kind;
import io.tocsin.benchmarks.house.KafkaLook;
import io.tocsin.benchmarks.house.Running;
import io.tocsin.benchmarks.load.LoadGenerator;
import io.tocsin.benchmarks.load.Pace;
import io.tocsin.benchmarks.load.Pass;
import io.tocsin.benchmarks.peer.Alertmanager;
import io.tocsin.benchmarks.report.Report;
import io.tocsin.contracts.events.Topics;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Webhooks of one alert each, accepted at 64 connections, with and without each alert put to disk,
 * and beside them a peer's. Passes are interleaved; each begins when the one before was read by
 * classifier and engine, and counts only if {@code alerts} grew by what was accepted.
 */
public final class AcceptedWebhooks implements Benchmark {
  private static final int CONNECTIONS = 64;
  private static final int SERVICES = 300;
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  @Override
  public String name() {
    return "accept";
  }

  @Override
  public void run(Bench bench) throws Exception {
    try (Running running = bench.system();
        KafkaLook kafka = new KafkaLook(running.kafka());
        Peer peer = Peer.startIfInstalled(bench)) {
      Rounds rounds = new Rounds(bench, running, kafka);
      rounds.warmUp(peer.alertmanager);
      Duration time = Duration.ofSeconds(bench.size(3, 10));
      Map<String, Passes> passes = new LinkedHashMap<>();
      for (int round = 0; round < bench.size(1, 3); round++) {
        passes(passes, "plain").add(rounds.tocsin(false, Pace.closed(time)));
        passes(passes, "flush").add(rounds.tocsin(true, Pace.closed(time)));
        if (peer.alertmanager != null) {
          passes(passes, "peer").add(rounds.peer(Pace.closed(time)));
        }
      }
      reportMost(bench.report(), passes);
      int half = (int) (passes(passes, "plain").perSecond() / 2);
      Passes halves = new Passes();
      for (int round = 0; round < bench.size(1, 3); round++) {
        halves.add(rounds.tocsin(false, Pace.open(half, bench.size(3, 10))));
      }
      halves.reportTimes(bench.report(), name(), "at half of that, " + half + "/s", "p99 ≤ 50 ms");
    }
  }

  private static Passes passes(Map<String, Passes> all, String kind) {
    return all.computeIfAbsent(kind, it -> new Passes());
  }

  private void reportMost(Report report, Map<String, Passes> passes) throws Exception {
    Passes plain = passes(passes, "plain");
    Passes flush = passes(passes, "flush");
    plain.reportMost(report, name(), "accepted and in Kafka, 64 connections");
    flush.reportMost(report, name(), "the same with flush.messages=1");
    if (!passes.containsKey("peer")) {
      return;
    }
    Passes peer = passes(passes, "peer");
    peer.reportMost(report, name(), "Alertmanager accepts, in memory, in the same run");
    ratio(report, "Tocsin ÷ Alertmanager", "≥ 2", plain, peer);
    ratio(report, "with flush ÷ Alertmanager", "≥ 1.5", flush, peer);
  }

  private void ratio(Report report, String what, String aim, Passes ours, Passes theirs)
      throws Exception {
    double ratio = ours.perSecond() / theirs.perSecond();
    String voided = ours.voided() + theirs.voided();
    report.addUnless(voided, name(), what, "%.2f".formatted(ratio), aim, Map.of("ratio", ratio));
  }

  /** The passes over one system. */
  private record Rounds(Bench bench, Running running, KafkaLook kafka) {

    void warmUp(@Nullable Alertmanager peer) throws Exception {
      Duration time = Duration.ofSeconds(bench.size(4, 10));
      for (int i = 0; i < bench.size(1, 6); i++) {
        say("warm-up, not counted", tocsin(i % 2 == 1, Pace.closed(time)).pass());
      }
      if (peer != null) {
        say("warm-up of Alertmanager", peer(Pace.closed(time)).pass());
      }
    }

    Passes.Counted tocsin(boolean flush, Pace pace) throws Exception {
      kafka.flushEachAlert(flush);
      long before = kafka.end(Topics.ALERTS);
      String delivered = Long.toString(System.nanoTime(), 36);
      Pass pass =
          LoadGenerator.run(
              running.port(Listener.ALERT_INGEST),
              CONNECTIONS,
              pace,
              Alerts.ofServices(Kind.FAILING, "a", SERVICES, delivered));
      long stored = kafka.end(Topics.ALERTS) - before;
      boolean read = kafka.awaitRead(PATIENCE);
      say(flush ? "flush" : "plain", pass);
      String voided = read ? "" : "the alerts were not read within " + PATIENCE;
      return new Passes.Counted(
          pass,
          pass.isWhole() && stored == pass.accepted()
              ? voided
              : "%d sent, %d accepted, %d in Kafka"
                  .formatted(pass.sent(), pass.accepted(), stored));
    }

    Passes.Counted peer(Pace pace) throws Exception {
      String delivered = Long.toString(System.nanoTime(), 36);
      Pass pass =
          LoadGenerator.run(
              Alertmanager.PORT, CONNECTIONS, pace, Alertmanager.requests(SERVICES, delivered));
      say("Alertmanager", pass);
      return new Passes.Counted(
          pass,
          pass.isWhole() ? "" : "%d sent, %d accepted".formatted(pass.sent(), pass.accepted()));
    }

    private void say(String what, Pass pass) {
      bench
          .report()
          .say(
              "%s: %.0f/s, p50 %.1f p99 %.1f ms"
                  .formatted(what, pass.perSecond(), pass.millis(50), pass.millis(99)));
    }
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

package io.tocsin.benchmarks.timers;

import io.tocsin.benchmarks.Bench;
import io.tocsin.benchmarks.Benchmark;
import io.tocsin.benchmarks.house.Dispositions;
import io.tocsin.benchmarks.house.ProcessUse;
import io.tocsin.contracts.events.Severity;
import io.tocsin.contracts.events.TeamCode;
import io.tocsin.contracts.policy.PolicyFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A million deadlines that are far away (or as many as can be made in five minutes), what the
 * engine uses while it waits, and how late others fire among them at 100 a second.
 */
public final class PendingTimers implements Benchmark {
  private static final Duration LONGEST_FILL = Duration.ofMinutes(5);
  private static final int RATE = 100;

  @Override
  public String name() {
    return "timers";
  }

  @Override
  public void run(Bench bench) throws Exception {
    int wait = bench.size(12, 40);
    int seconds = bench.size(4, 30);
    Path policies = Files.createDirectories(bench.work().resolve("policies"));
    TimerPolicies.write(policies, wait, List.of(TimerPolicies.farAway()));
    List<TeamCode> teams = TimerPolicies.teams(1).get(0);
    try (EngineAlone engine = EngineAlone.start(bench.work(), bench.full() ? "8g" : "1g");
        Dispositions dispositions = new Dispositions(EngineAlone.kafka());
        Feed feed =
            new Feed(EngineAlone.kafka(), dispositions, PolicyFiles.read(policies).hash())) {
      long start = System.nanoTime();
      long pending = feed.open(teams, Severity.P3, bench.size(5_000, 1_000_000), LONGEST_FILL);
      double fill = (System.nanoTime() - start) / 1e9;
      bench.report().say("%d pending after %.0f s".formatted(pending, fill));
      reportIdle(bench, engine, pending, fill);
      try (Firings firings =
          new Firings(EngineAlone.kafka(), Instant.now().plus(Duration.ofHours(1)))) {
        feed.open(teams, Severity.P2, RATE, seconds);
        long count = (long) RATE * seconds;
        firings.await(count, Duration.ofSeconds(wait + 60L));
        report(bench, pending, count, Lateness.of(firings.fired()));
      }
    }
  }

  private void reportIdle(Bench bench, EngineAlone engine, long pending, double fill)
      throws Exception {
    Thread.sleep(1000L * bench.size(3, 15));
    ProcessUse engineBefore = engine.engineUse();
    ProcessUse brokerBefore = engine.brokerUse();
    Thread.sleep(1000L * bench.size(5, 30));
    double engineCores = engine.engineUse().cores(engineBefore);
    double brokerCores = engine.brokerUse().cores(brokerBefore);
    bench
        .report()
        .add(
            name(),
            "%d timers pending, opened at %.0f/s: engine and broker idle"
                .formatted(pending, pending / fill),
            "%.2f core (engine %.2f, broker %.2f), %d + %d MB resident"
                .formatted(
                    engineCores + brokerCores,
                    engineCores,
                    brokerCores,
                    engine.engineUse().residentMegabytes(),
                    engine.brokerUse().residentMegabytes()),
            "1 000 000: ≤ 0.25 core",
            Map.of(
                "pending", pending,
                "openedPerSecond", pending / fill,
                "engineCores", engineCores,
                "brokerCores", brokerCores,
                "engineMb", engine.engineUse().residentMegabytes()));
  }

  private void report(Bench bench, long pending, long count, Lateness late) throws Exception {
    long fired = late.seen().getTotalCount();
    bench
        .report()
        .addUnless(
            fired == count && late.early() == 0
                ? ""
                : "%d fired, not %d; %d early".formatted(fired, count, late.early()),
            name(),
            "%d/s due among %d".formatted(RATE, pending),
            late.text(),
            "p50 ≤ 150, p99 ≤ 500 ms, none early",
            Map.of(
                "pending", pending,
                "seenP50Ms", late.seen().getValueAtPercentile(50),
                "seenP99Ms", late.seen().getValueAtPercentile(99),
                "decidedP50Ms", late.decided().getValueAtPercentile(50),
                "decidedP99Ms", late.decided().getValueAtPercentile(99),
                "early", late.early()));
  }
}

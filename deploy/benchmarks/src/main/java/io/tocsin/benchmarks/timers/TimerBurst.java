package io.tocsin.benchmarks.timers;

import io.tocsin.benchmarks.Bench;
import io.tocsin.benchmarks.Benchmark;
import io.tocsin.benchmarks.house.Dispositions;
import io.tocsin.benchmarks.timers.Firings.Firing;
import io.tocsin.contracts.events.Severity;
import io.tocsin.contracts.events.TeamCode;
import io.tocsin.contracts.policy.PolicyFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * 100 000 deadlines in one millisecond, the minute at which their teams' hours begin, and around it
 * 1 000 of P1. A P1 waits for nobody's hours, so these are due as far apart as they were opened;
 * their lateness is counted from the deadline of each. Smaller bursts of other teams go before, a
 * minute apart, of which the first is told as what a cold engine does.
 */
public final class TimerBurst implements Benchmark {
  private static final int P1_WAIT = 30;

  /** Bursts that are not counted, a minute apart: what a deadline does is compiled in them. */
  private static final int WARM_UPS = 3;

  private static final Duration PATIENCE = Duration.ofMinutes(6);

  /** The engine opens at least so many a second; if not, the run says that it came too late. */
  private static final int OPENED_PER_SECOND = 1_000;

  @Override
  public String name() {
    return "burst";
  }

  @Override
  public void run(Bench bench) throws Exception {
    int count = bench.size(2_000, 100_000);
    int warmUp = bench.size(500, 30_000);
    int outages = bench.size(50, 1_000);
    Instant cold = firstDue((count + WARM_UPS * warmUp) / OPENED_PER_SECOND + bench.size(35, 75));
    Instant due = cold.plus(WARM_UPS, ChronoUnit.MINUTES);
    Path policies = Files.createDirectories(bench.work().resolve("policies"));
    TimerPolicies.write(policies, P1_WAIT, eachMinute(cold));
    List<List<TeamCode>> teams = TimerPolicies.teams(WARM_UPS + 1);
    try (EngineAlone engine = EngineAlone.start(bench.work(), "2g");
        Dispositions dispositions = new Dispositions(EngineAlone.kafka());
        Firings firings = new Firings(EngineAlone.kafka(), due.plusSeconds(60));
        Feed feed =
            new Feed(EngineAlone.kafka(), dispositions, PolicyFiles.read(policies).hash())) {
      for (int set = 0; set < WARM_UPS; set++) {
        feed.open(teams.get(set), Severity.P3, warmUp, PATIENCE);
      }
      feed.open(teams.get(WARM_UPS), Severity.P3, count, PATIENCE);
      bench.report().say("the first are due at %s, %d at %s".formatted(cold, count, due));
      sleepUntil(cold);
      sleepUntil(due.minusSeconds(P1_WAIT).minusMillis(outages / 2));
      feed.open(teams.get(WARM_UPS), Severity.P1, outages, PATIENCE);
      sleepUntil(due);
      firings.await(WARM_UPS * warmUp + count + outages, PATIENCE);
      List<Firing> first = firings.fired().stream().filter(firing -> !firing.deferred()).toList();
      report(
          bench,
          "%d due in one millisecond, the first of all: cold",
          warmUp,
          dueAt(firings, cold),
          "");
      report(bench, "%d due in one millisecond", count, dueAt(firings, due), "all ≤ 20 s");
      report(
          bench,
          "%d P1 beside them, due within " + spread(first) + " ms",
          outages,
          first,
          "all ≤ 1 s");
    }
  }

  /** The first full minute that is at least {@code seconds} away. */
  private static Instant firstDue(int seconds) {
    return Instant.now()
        .plusSeconds(seconds)
        .plus(1, ChronoUnit.MINUTES)
        .truncatedTo(ChronoUnit.MINUTES);
  }

  private static List<LocalTime> eachMinute(Instant first) {
    return IntStream.rangeClosed(0, WARM_UPS)
        .mapToObj(minute -> first.plus(minute, ChronoUnit.MINUTES))
        .map(opens -> LocalTime.ofInstant(opens, ZoneOffset.UTC))
        .toList();
  }

  private static List<Firing> dueAt(Firings firings, Instant due) {
    return firings.fired().stream()
        .filter(firing -> firing.deferred() && firing.due() == due.toEpochMilli())
        .toList();
  }

  /** Too late is no figure: what was to be pending would have fired at once. */
  private static void sleepUntil(Instant time) throws InterruptedException {
    long left = Duration.between(Instant.now(), time).toMillis();
    if (left < 0) {
      throw new IllegalStateException("the incidents were not open in time: nothing was measured");
    }
    Thread.sleep(left);
  }

  private static long spread(List<Firing> firings) {
    return firings.stream().mapToLong(Firing::due).max().orElse(0)
        - firings.stream().mapToLong(Firing::due).min().orElse(0);
  }

  private void report(Bench bench, String what, int count, List<Firing> firings, String aim)
      throws Exception {
    Lateness late = Lateness.of(firings);
    bench
        .report()
        .addUnless(
            firings.size() == count && late.early() == 0
                ? ""
                : "%d fired, not %d; %d early".formatted(firings.size(), count, late.early()),
            name(),
            what.formatted(count),
            late.text(),
            aim,
            Map.of(
                "count", count,
                "lastSeenMs", late.seen().getMaxValue(),
                "seenP50Ms", late.seen().getValueAtPercentile(50),
                "lastDecidedMs", late.decided().getMaxValue(),
                "early", late.early()));
  }
}

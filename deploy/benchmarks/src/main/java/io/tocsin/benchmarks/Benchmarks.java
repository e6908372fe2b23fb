package io.tocsin.benchmarks;

import io.tocsin.benchmarks.agreement.Agreement;
import io.tocsin.benchmarks.lanes.HangingProvider;
import io.tocsin.benchmarks.measure.AcceptedWebhooks;
import io.tocsin.benchmarks.measure.Beside;
import io.tocsin.benchmarks.measure.Idle;
import io.tocsin.benchmarks.measure.OpenIncidents;
import io.tocsin.benchmarks.measure.StartTimes;
import io.tocsin.benchmarks.measure.Storm;
import io.tocsin.benchmarks.measure.WebhookToPage;
import io.tocsin.benchmarks.measure.WholeChain;
import io.tocsin.benchmarks.micro.MicroBenchmarks;
import io.tocsin.benchmarks.report.Machine;
import io.tocsin.benchmarks.report.Report;
import io.tocsin.benchmarks.timers.PendingTimers;
import io.tocsin.benchmarks.timers.TimerBurst;
import io.tocsin.contracts.events.Channel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** {@code run [quick] [all|NAME...]}: runs them one after the other and prints the table. */
public final class Benchmarks {
  private static final String QUICK = "quick";
  private static final String ALL = "all";

  private Benchmarks() {}

  private static List<Benchmark> every() {
    return List.of(
        new AcceptedWebhooks(),
        new WebhookToPage(),
        new WholeChain(),
        new Storm(),
        new OpenIncidents(),
        new PendingTimers(),
        new TimerBurst(),
        new StartTimes(),
        new Idle(),
        new HangingProvider("lanes", Channel.PAGERDUTY, 3, 20),
        new HangingProvider("lanes-slack", Channel.SLACK, 3, 20),
        new HangingProvider("lanes-long", Channel.PAGERDUTY, 1, 600),
        new Agreement(),
        new Beside(),
        new MicroBenchmarks());
  }

  /** The system property {@code tocsin.home} is the checkout. */
  public static void main(String[] arguments) throws Exception {
    List<String> names = new ArrayList<>(List.of(arguments));
    boolean full = !names.remove(QUICK);
    List<String> known = every().stream().map(Benchmark::name).toList();
    names.remove(ALL);
    if (!known.containsAll(names)) {
      System.err.println("usage: run [quick] [all|NAME...], with NAME one of " + known);
      System.exit(2);
    }
    Path home = Path.of(System.getProperty("tocsin.home", "")).toAbsolutePath();
    Path target = home.resolve("deploy/benchmarks/target");
    Report report = new Report(Machine.now(home), full ? "full" : QUICK, target.resolve("results"));
    boolean failed = false;
    for (Benchmark benchmark : every()) {
      if (names.isEmpty() || names.contains(benchmark.name())) {
        Path work = target.resolve("work").resolve(benchmark.name());
        failed |= !run(benchmark, new Bench(home, work, full, report));
      }
    }
    System.out.println(report.markdown());
    System.exit(failed ? 1 : 0);
  }

  /** One that fails is a line of the table, and does not keep the others from running. */
  private static boolean run(Benchmark benchmark, Bench bench) throws IOException {
    System.err.println("bench: " + benchmark.name());
    try {
      delete(bench.work());
      Files.createDirectories(bench.work());
      benchmark.run(bench);
      delete(bench.work());
      return true;
    } catch (Exception e) {
      e.printStackTrace();
      String why = String.valueOf(e.getMessage());
      bench.report().addUnless(why, benchmark.name(), "failed", "nothing", "", Map.of());
      return false;
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> paths = Files.walk(folder)) {
        for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }
}

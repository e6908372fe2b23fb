package io.tocsin.benchmarks.agreement;

import io.tocsin.benchmarks.Bench;
import io.tocsin.benchmarks.Benchmark;
import io.tocsin.benchmarks.house.BenchPolicies;
import io.tocsin.benchmarks.house.Running;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * From an answer on one side until every other side knows it (RUN-04.1a, RUN-04.1b, RUN-04.1c): P1s
 * open at a moderate rate, each is answered on one side in turn as soon as all channels have said
 * that it opened.
 */
public final class Agreement implements Benchmark {
  private static final String AIM = "p99 ≤ 2 s";
  private static final long BETWEEN_MILLIS = 700;
  private static final int AT_ONCE = 24;
  private static final long SLOWEST = 60_000;

  @Override
  public String name() {
    return "agreement";
  }

  @Override
  public void run(Bench bench) throws Exception {
    try (Running running = Running.prepared(bench.home(), bench.work(), BenchPolicies.LONG)) {
      AgreementPolicies.sharpen(running.policies());
      running.start();
      try (Trail trail = new Trail(running)) {
        Outside outside = new Outside(running);
        var unused = pass(outside, trail, "w", bench.size(14, 28));
        report(bench, pass(outside, trail, "a", bench.size(14, 105)));
      }
    }
  }

  /** For each side what became of its incidents. */
  private static Map<Side, List<Map<Place, Long>>> pass(
      Outside outside, Trail trail, String run, int count)
      throws InterruptedException, ExecutionException {
    ScheduledExecutorService people = Executors.newScheduledThreadPool(AT_ONCE);
    try {
      List<Future<Map<Place, Long>>> lives = new ArrayList<>();
      for (int number = 0; number < count; number++) {
        String name = run + number;
        Side side = side(number);
        lives.add(
            people.schedule(
                () -> OneIncident.live(outside, trail, name, side),
                number * BETWEEN_MILLIS,
                TimeUnit.MILLISECONDS));
      }
      Map<Side, List<Map<Place, Long>>> all = new EnumMap<>(Side.class);
      for (int number = 0; number < count; number++) {
        all.computeIfAbsent(side(number), it -> new ArrayList<>()).add(lives.get(number).get());
      }
      return all;
    } finally {
      people.shutdownNow();
    }
  }

  private static Side side(int number) {
    return Side.values()[number % Side.values().length];
  }

  private void report(Bench bench, Map<Side, List<Map<Place, Long>>> passes) throws IOException {
    Histogram everywhere = new Histogram(SLOWEST, 3);
    String missing = "";
    for (Map.Entry<Side, List<Map<Place, Long>>> side : passes.entrySet()) {
      String unknown = report(bench, side.getKey(), side.getValue(), everywhere);
      missing = missing.isEmpty() ? unknown : missing;
    }
    bench
        .report()
        .addUnless(
            missing,
            name(),
            "an answer from any side, until all sides know it",
            words(everywhere),
            AIM,
            figures(everywhere));
  }

  /** A row for one side; what never came to be known somewhere, empty when all did. */
  private String report(Bench bench, Side side, List<Map<Place, Long>> lives, Histogram everywhere)
      throws IOException {
    Histogram last = new Histogram(SLOWEST, 3);
    List<String> places = new ArrayList<>();
    Map<String, Object> figures = new TreeMap<>();
    String missing = "";
    for (Place place : Place.values()) {
      Histogram millis = new Histogram(SLOWEST, 3);
      lives.stream()
          .filter(life -> life.containsKey(place))
          .forEach(life -> millis.recordValue(Math.min(SLOWEST, life.get(place))));
      if (!place.isOwn(side)) {
        places.add("%s %s".formatted(place.words(), words(millis)));
        figures.put(place.name().toLowerCase(Locale.ROOT), figures(millis));
        long never = lives.size() - millis.getTotalCount();
        missing =
            never == 0 ? missing : "%s did not know it %d times".formatted(place.words(), never);
      }
    }
    for (Map<Place, Long> life : lives) {
      long slowest = life.values().stream().mapToLong(it -> it).max().orElse(SLOWEST);
      last.recordValue(Math.min(SLOWEST, slowest));
      everywhere.recordValue(Math.min(SLOWEST, slowest));
    }
    figures.put("everywhere", figures(last));
    bench
        .report()
        .addUnless(
            missing,
            name(),
            "answered by %s, %d times".formatted(side.words(), lives.size()),
            "everywhere %s; %s".formatted(words(last), String.join("; ", places)),
            AIM,
            figures);
    return missing;
  }

  private static String words(Histogram millis) {
    return "p50 %d, p99 %d ms"
        .formatted(millis.getValueAtPercentile(50), millis.getValueAtPercentile(99));
  }

  private static Map<String, Object> figures(Histogram millis) {
    return Map.of(
        "p50Ms", millis.getValueAtPercentile(50),
        "p99Ms", millis.getValueAtPercentile(99),
        "maxMs", millis.getMaxValue(),
        "count", millis.getTotalCount());
  }
}

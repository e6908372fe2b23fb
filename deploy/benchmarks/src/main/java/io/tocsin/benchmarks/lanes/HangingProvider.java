package io.tocsin.benchmarks.lanes;

import io.tocsin.benchmarks.Bench;
import io.tocsin.benchmarks.Benchmark;
import io.tocsin.benchmarks.house.Running;
import io.tocsin.benchmarks.report.Report;
import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.policy.PolicyFiles;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Pages, Slack messages and mails at a fixed rate, in turn with every provider well and with one
 * that takes requests and answers none: what that costs the others, and how soon the engine hears
 * of the pages that hang.
 */
public final class HangingProvider implements Benchmark {

  /** Slack's own limit of one message a second would be measured else. */
  private static final Map<String, String> UNLIMITED =
      Map.of(
          "TOCSIN_NOTIFIER_SLACK_MESSAGESPERMINUTE", "0",
          "TOCSIN_NOTIFIER_SLACK_EDITSPERMINUTE", "0");

  private final String name;
  private final Channel hanging;
  private final int rounds;
  private final int seconds;
  private final Map<Channel, List<Lateness>> well = new EnumMap<>(Channel.class);
  private final Map<Channel, List<Lateness>> beside = new EnumMap<>(Channel.class);
  private List<Lateness> told = List.of();

  /**
   * @param hanging whose provider hangs
   * @param rounds each a pass with all well and one with it hanging
   * @param seconds that it hangs
   */
  public HangingProvider(String name, Channel hanging, int rounds, int seconds) {
    this.name = name;
    this.hanging = hanging;
    this.rounds = rounds;
    this.seconds = seconds;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void run(Bench bench) throws Exception {
    try (Running running = bench.system(UNLIMITED);
        Notices notices =
            new Notices(
                running.kafka(), PolicyFiles.read(bench.work().resolve("policies")).hash());
        Receipts receipts = new Receipts(running.kafka())) {
      Passes passes = new Passes(running, notices, receipts);
      told = passes.told();
      for (int i = 0; i < bench.size(1, 2); i++) {
        say(bench, "warm-up, not counted", passes.run(bench.size(5, 15), null));
      }
      for (int round = 0; round < bench.size(1, rounds); round++) {
        Map<Channel, Lateness> all = passes.run(bench.size(5, Math.min(seconds, 60)), null);
        say(bench, "all well", all);
        all.forEach((channel, it) -> well.computeIfAbsent(channel, x -> new ArrayList<>()).add(it));
        Map<Channel, Lateness> others = passes.run(bench.size(15, seconds), hanging);
        say(bench, hanging.wireName() + " hangs", others);
        others.forEach(
            (channel, it) -> beside.computeIfAbsent(channel, x -> new ArrayList<>()).add(it));
      }
    }
    for (Channel channel : Passes.CHANNELS) {
      if (channel != hanging) {
        report(bench.report(), channel);
      }
    }
    reportTold(bench.report());
  }

  private static void say(Bench bench, String what, Map<Channel, Lateness> pass) {
    StringBuilder text = new StringBuilder(what);
    pass.forEach(
        (channel, it) ->
            text.append(
                "; %s p50 %.0f p99 %.0f ms, %d missing"
                    .formatted(channel.wireName(), it.at(50), it.at(99), it.missing())));
    bench.report().say(text.toString());
  }

  private void report(Report report, Channel channel) throws IOException {
    List<Lateness> without = well.getOrDefault(channel, List.of());
    List<Lateness> with = beside.getOrDefault(channel, List.of());
    double ratio = median(with, 99) / median(without, 99);
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("wellP50Ms", median(without, 50));
    figures.put("wellP99Ms", median(without, 99));
    figures.put("besideP50Ms", median(with, 50));
    figures.put("besideP99Ms", median(with, 99));
    figures.put("ratioP99", ratio);
    report.addUnless(
        missing(without) + missing(with) == 0
            ? ""
            : "%d missing".formatted(missing(without) + missing(with)),
        name,
        "%s at %d/s while %s hangs for %d s"
            .formatted(channel.wireName(), Passes.PER_SECOND, hanging.wireName(), seconds),
        "p50 %.0f → %.0f ms, p99 %.0f → %.0f ms: ×%.2f (p99 of the passes: %s; %s)"
            .formatted(
                median(without, 50),
                median(with, 50),
                median(without, 99),
                median(with, 99),
                ratio,
                spread(without),
                spread(with)),
        "p99 < ×1.10",
        figures);
  }

  private void reportTold(Report report) throws IOException {
    if (hanging != Channel.PAGERDUTY) {
      return;
    }
    double last = told.stream().mapToDouble(it -> it.millis().getMaxValue()).max().orElse(0);
    report.addUnless(
        missing(told) == 0 ? "" : "%d pages without a word".formatted(missing(told)),
        name,
        "the engine is told of a page that hangs",
        "p50 %.1f s, last %.1f s".formatted(median(told, 50) / 1000, last / 1000),
        "≤ 60 s",
        Map.of("p50Ms", median(told, 50), "lastMs", last));
  }

  private static double median(List<Lateness> passes, double percentile) {
    return Report.median(passes.stream().map(it -> it.at(percentile)).toList());
  }

  private static String spread(List<Lateness> passes) {
    return Report.spread(passes.stream().map(it -> it.at(99)).toList());
  }

  private static long missing(List<Lateness> passes) {
    return passes.stream().mapToLong(Lateness::missing).sum();
  }
}

package io.tocsin.benchmarks.measure;

import io.tocsin.benchmarks.load.Pass;
import io.tocsin.benchmarks.report.Report;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Passes of one kind, whose medians count. */
final class Passes {
  private final List<Counted> passes = new ArrayList<>();

  /**
   * A pass that was counted after.
   *
   * @param voided why it is no figure; empty when it is one
   */
  record Counted(Pass pass, String voided) {}

  void add(Counted pass) {
    passes.add(pass);
  }

  /** The median of what was accepted in a second. */
  double perSecond() {
    return Report.median(rates());
  }

  String voided() {
    return String.join(
        "; ", passes.stream().map(Counted::voided).filter(it -> !it.isEmpty()).toList());
  }

  void reportMost(Report report, String benchmark, String what) throws IOException {
    double p99 = p99();
    report.addUnless(
        voided(),
        benchmark,
        what,
        "%.0f/s (passes: %s), p99 %.0f ms".formatted(perSecond(), Report.spread(rates()), p99),
        "",
        Map.of("perSecond", perSecond(), "passes", rates(), "p99Ms", p99));
  }

  void reportTimes(Report report, String benchmark, String what, String aim) throws IOException {
    double p50 = Report.median(passes.stream().map(it -> it.pass().millis(50)).toList());
    report.addUnless(
        voided(),
        benchmark,
        what,
        "p50 %.1f, p99 %.1f ms".formatted(p50, p99()),
        aim,
        Map.of("p50Ms", p50, "p99Ms", p99()));
  }

  private double p99() {
    return Report.median(passes.stream().map(it -> it.pass().millis(99)).toList());
  }

  private List<Double> rates() {
    return passes.stream().map(it -> it.pass().perSecond()).toList();
  }
}

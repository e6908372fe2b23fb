package io.tocsin.benchmarks.measure;

import io.tocsin.benchmarks.house.Pages.Page;
import io.tocsin.benchmarks.load.Pass;
import io.tocsin.benchmarks.report.Report;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.HdrHistogram.Histogram;

/**
 * How long the pages of one pass took, from when their alerts were to be sent.
 *
 * @param missing alerts without a page
 * @param doubled pages beyond the first of an alert
 */
public record PageTimes(Pass sent, Histogram millis, long missing, long doubled) {
  private static final Pattern NAME = Pattern.compile("svc-\\w+-\\d+-");
  private static final long SLOWEST = 3_600_000;

  /**
   * Finds the pages of a pass whose alerts were each of a service of its own.
   *
   * @param name of the service of alert {@code number}; empty for an alert that is not to page
   */
  public static PageTimes of(Pass sent, LongFunction<String> name, List<Page> pages) {
    Map<String, Long> arrived = new HashMap<>();
    Set<String> keys = new HashSet<>();
    long doubled = 0;
    for (Page page : pages) {
      Matcher found = NAME.matcher(page.summary());
      if (found.find() && keys.add(page.key())) {
        doubled += arrived.putIfAbsent(found.group(), page.atMillis()) == null ? 0 : 1;
      }
    }
    Histogram millis = new Histogram(SLOWEST, 3);
    long missing = 0;
    for (long number = 0; number < sent.sent(); number++) {
      String wanted = name.apply(number);
      Long at = wanted.isEmpty() ? null : arrived.get(wanted);
      if (at != null) {
        millis.recordValue(Math.max(0, Math.min(SLOWEST, at - sent.intendedMillis(number))));
      } else if (!wanted.isEmpty()) {
        missing++;
      }
    }
    return new PageTimes(sent, millis, missing, doubled);
  }

  /** Why it is no figure; empty when it is one. */
  public String voided() {
    return sent.isWhole() && missing == 0 && doubled == 0
        ? ""
        : "%d of %d accepted, %d pages missing, %d doubled"
            .formatted(sent.accepted(), sent.sent(), missing, doubled);
  }

  /** In a line. */
  public String text() {
    return "page p50 %.0f p99 %.0f p99.9 %.0f ms; answer p50 %.1f p99 %.1f ms; %d alerts %s"
        .formatted(
            at(50), at(99), at(99.9), sent.millis(50), sent.millis(99), sent.sent(), voided());
  }

  public double at(double percentile) {
    return millis.getValueAtPercentile(percentile);
  }

  /** A row of the medians of several passes; void when one of them is. */
  static void report(Report report, String aim, String what, List<PageTimes> passes)
      throws IOException {
    String voided =
        String.join(
            "; ", passes.stream().map(PageTimes::voided).filter(it -> !it.isEmpty()).toList());
    double p50 = median(passes, pass -> pass.at(50));
    double p99 = median(passes, pass -> pass.at(99));
    double p999 = median(passes, pass -> pass.at(99.9));
    double answer = median(passes, pass -> pass.sent().millis(99));
    report.addUnless(
        voided,
        "pages",
        what,
        "p50 %.0f, p99 %.0f, p99.9 %.0f ms (p99 of the passes: %s); answer p99 %.0f ms"
            .formatted(
                p50,
                p99,
                p999,
                Report.spread(passes.stream().map(it -> it.at(99)).toList()),
                answer),
        aim,
        Map.of("p50Ms", p50, "p99Ms", p99, "p999Ms", p999, "answerP99Ms", answer));
  }

  private static double median(List<PageTimes> passes, ToDoubleFunction<PageTimes> figure) {
    return Report.median(passes.stream().mapToDouble(figure).boxed().toList());
  }
}

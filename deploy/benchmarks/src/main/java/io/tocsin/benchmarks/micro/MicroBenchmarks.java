package io.tocsin.benchmarks.micro;

import io.tocsin.benchmarks.Bench;
import io.tocsin.benchmarks.Benchmark;
import java.nio.file.Path;
import java.util.Map;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** {@link PureParts} and {@link ManyRules} by JMH, with what each allocates. */
public final class MicroBenchmarks implements Benchmark {
  private static final String ALLOCATED = "gc.alloc.rate.norm";

  @Override
  public String name() {
    return "micro";
  }

  @Override
  public void run(Bench bench) throws Exception {
    Path log = bench.work().resolve("jmh.log");
    Options options =
        new OptionsBuilder()
            .include(PureParts.class.getName().replace(".", "\\.") + "\\..*")
            .include(ManyRules.class.getName().replace(".", "\\.") + "\\..*")
            .jvmArgsAppend("-Dtocsin.home=" + bench.home(), "-XX:+UseSerialGC", "-Xmx640m")
            .addProfiler(GCProfiler.class)
            .forks(bench.size(1, 3))
            .warmupIterations(bench.size(1, 5))
            .warmupTime(TimeValue.milliseconds(bench.size(300, 1000)))
            .measurementIterations(bench.size(1, 5))
            .measurementTime(TimeValue.milliseconds(bench.size(300, 1000)))
            .shouldFailOnError(true)
            .output(log.toString())
            .build();
    bench.report().say("JMH runs …");
    for (RunResult result : new Runner(options).run()) {
      Result<?> time = result.getPrimaryResult();
      Result<?> allocated = result.getSecondaryResults().get(ALLOCATED);
      double bytes = allocated == null ? Double.NaN : allocated.getScore();
      bench
          .report()
          .add(
              name(),
              time.getLabel(),
              "%.2f ± %.2f µs, %.0f bytes allocated"
                  .formatted(time.getScore(), time.getScoreError(), bytes),
              "",
              Map.of(
                  "micros", time.getScore(),
                  "error", String.valueOf(time.getScoreError()),
                  "bytes", bytes));
    }
  }
}

package io.tocsin.benchmarks;

/** One of the measurements. */
public interface Benchmark {
  /** What it is called on the command line. */
  String name();

  /** Measures, and adds its rows to the report. */
  void run(Bench bench) throws Exception;
}

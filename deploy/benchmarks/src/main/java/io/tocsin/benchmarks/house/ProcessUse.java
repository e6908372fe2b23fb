package io.tocsin.benchmarks.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What processes have used, from {@code /proc}: it does not depend on what else runs.
 *
 * @param compilerSeconds the part of {@code cpuSeconds} that Java's compilers have used
 */
public record ProcessUse(
    double cpuSeconds, double compilerSeconds, long residentMegabytes, long atNanos) {
  private static final double TICKS = 100;
  private static final int USER = 11;
  private static final int SYSTEM = 12;

  /** Of all of {@code processes} together, until now. */
  public static ProcessUse of(List<ProcessHandle> processes) throws IOException {
    double cpu = 0;
    double compilers = 0;
    long resident = 0;
    for (ProcessHandle process : processes) {
      Path folder = Path.of("/proc", Long.toString(process.pid()));
      cpu += seconds(folder);
      compilers += compilers(folder);
      resident += resident(folder);
    }
    return new ProcessUse(cpu, compilers, resident, System.nanoTime());
  }

  private static double seconds(Path folder) throws IOException {
    String stat = Files.readString(folder.resolve("stat"));
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    return (Long.parseLong(fields[USER]) + Long.parseLong(fields[SYSTEM])) / TICKS;
  }

  private static double compilers(Path folder) throws IOException {
    double seconds = 0;
    try (Stream<Path> threads = Files.list(folder.resolve("task"))) {
      for (Path thread : threads.toList()) {
        seconds += isCompiler(thread) ? seconds(thread) : 0;
      }
    }
    return seconds;
  }

  /** A thread that has ended meanwhile was none: compilers stay. */
  private static boolean isCompiler(Path thread) {
    try {
      return Files.readString(thread.resolve("comm")).matches("C[12] Compiler.*\\s*");
    } catch (IOException e) {
      return false;
    }
  }

  /** Cores in use on average since {@code before}. */
  public double cores(ProcessUse before) {
    return (cpuSeconds - before.cpuSeconds) / ((atNanos - before.atNanos) / 1e9);
  }

  /** Cores that the compilers used on average since {@code before}. */
  public double compilerCores(ProcessUse before) {
    return (compilerSeconds - before.compilerSeconds) / ((atNanos - before.atNanos) / 1e9);
  }

  private static long resident(Path folder) throws IOException {
    for (String line : Files.readAllLines(folder.resolve("status"))) {
      if (line.startsWith("VmRSS:")) {
        return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
      }
    }
    return 0;
  }
}

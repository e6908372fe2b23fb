package io.tocsin.benchmarks.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What processes have used, from {@code /proc}: it does not depend on what else runs. */
public record ProcessUse(double cpuSeconds, long residentMegabytes, long atNanos) {
  private static final double TICKS = 100;
  private static final int USER = 11;
  private static final int SYSTEM = 12;

  /** Of all of {@code processes} together, until now. */
  public static ProcessUse of(List<ProcessHandle> processes) throws IOException {
    double cpu = 0;
    long resident = 0;
    for (ProcessHandle process : processes) {
      Path folder = Path.of("/proc", Long.toString(process.pid()));
      String stat = Files.readString(folder.resolve("stat"));
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      cpu += (Long.parseLong(fields[USER]) + Long.parseLong(fields[SYSTEM])) / TICKS;
      resident += resident(folder);
    }
    return new ProcessUse(cpu, resident, System.nanoTime());
  }

  /** Cores in use on average since {@code before}. */
  public double cores(ProcessUse before) {
    return (cpuSeconds - before.cpuSeconds) / ((atNanos - before.atNanos) / 1e9);
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

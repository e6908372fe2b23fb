package io.tocsin.benchmarks.report;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** What the figures were taken on, and of what. */
public record Machine(
    String at,
    int cores,
    long memoryMegabytes,
    String jdk,
    String kernel,
    double loadAverage,
    String commit,
    boolean changed) {

  /**
   * As it is now.
   *
   * @param home the checkout
   */
  public static Machine now(Path home) throws IOException {
    return new Machine(
        Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
        Runtime.getRuntime().availableProcessors(),
        memory(),
        System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"),
        System.getProperty("os.name") + " " + System.getProperty("os.version"),
        load(),
        said(home, "git", "rev-parse", "--short", "HEAD"),
        !said(home, "git", "status", "--porcelain", "-uno").isEmpty());
  }

  /** The load average over the last minute. */
  public static double load() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }

  String line() {
    return "%s · %d cores · %d MB · %s · %s · load %.2f at the start · commit %s%s"
        .formatted(
            at,
            cores,
            memoryMegabytes,
            jdk,
            kernel,
            loadAverage,
            commit.isEmpty() ? "unknown" : commit,
            changed ? ", changed since" : "");
  }

  private static long memory() throws IOException {
    Path file = Path.of("/proc/meminfo");
    if (!Files.exists(file)) {
      return 0;
    }
    String total = Files.readAllLines(file).get(0);
    return Long.parseLong(total.replaceAll("\\D", "")) / 1024;
  }

  private static String said(Path home, String... command) throws IOException {
    try {
      Process process = new ProcessBuilder(command).directory(home.toFile()).start();
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException notInstalled) {
      return "";
    }
  }
}

package io.tocsin.benchmarks.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.stream.Stream;

/**
 * A copy of the shipped policies for measuring: no limit towards the provider; every rung waits
 * long and nobody is reminded of the first five minutes, so that earlier incidents leave later
 * passes in peace; and nobody is at work for half a day, so that a P4 is open and quiet.
 */
public final class BenchPolicies {
  /** Longer than any run. */
  public static final String LONG = "24h";

  private BenchPolicies() {}

  /**
   * Writes them to {@code folder}.
   *
   * @param wait the time of each rung, as policies write it
   */
  public static void write(Path shipped, Path folder, String wait) throws IOException {
    try (Stream<Path> files = Files.walk(shipped)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = folder.resolve(shipped.relativize(file));
        Files.createDirectories(copy.getParent());
        Files.write(copy, Files.readAllLines(file).stream().map(line -> of(line, wait)).toList());
      }
    }
    mustHold(folder.resolve("catch-all.yaml"), "pagerduty-events-per-minute: 0");
    mustHold(folder.resolve("digital-prescriptions/policy.yaml"), "wait: " + wait);
    mustHold(folder.resolve("digital-prescriptions/policy.yaml"), "  within: " + LONG);
    mustHold(folder.resolve("digital-prescriptions/policy.yaml"), "zone: UTC");
  }

  private static String of(String line, String wait) {
    int opens = (LocalTime.now(ZoneOffset.UTC).getHour() + 12) % 24;
    return line.replaceFirst("pagerduty-events-per-minute: \\d+", "pagerduty-events-per-minute: 0")
        .replaceFirst("wait: \\S+", "wait: " + wait)
        .replaceFirst("^  within: 5m$", "  within: " + LONG)
        .replaceFirst("^  zone: \\S+", "  zone: UTC")
        .replaceFirst("^  from: \\S+", "  from: %02d:00".formatted(opens))
        .replaceFirst("^  to: \\S+", "  to: %02d:30".formatted(opens));
  }

  /**
   * Replaces what first says {@code shipped}.
   *
   * @throws IOException if nothing does
   */
  public static void edit(Path file, String shipped, String wanted) throws IOException {
    String text = mustHold(file, shipped);
    int at = text.indexOf(shipped);
    Files.writeString(file, text.substring(0, at) + wanted + text.substring(at + shipped.length()));
  }

  /**
   * Replaces all that says {@code shipped}.
   *
   * @throws IOException if nothing does
   */
  public static void editAll(Path file, String shipped, String wanted) throws IOException {
    Files.writeString(file, mustHold(file, shipped).replace(shipped, wanted));
  }

  /** The text: a policy that was reworded must not make the figures other than they say. */
  private static String mustHold(Path file, String wanted) throws IOException {
    String text = Files.readString(file);
    if (!text.contains(wanted)) {
      throw new IOException(file + " has no '" + wanted + "': the shipped policy was reworded");
    }
    return text;
  }
}

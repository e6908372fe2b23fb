package io.tocsin.allinone.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/** A copy of the shipped policies in which what a test waits for comes within seconds. */
final class ShortPolicies {
  /** From the first page of a P1 of {@code RX} to its second. */
  static final Duration RX_P1_SECOND_RUNG = Duration.ofSeconds(6);

  /** From the first page of a P2 of {@code RX} to its second. */
  static final Duration RX_P2_SECOND_RUNG = Duration.ofSeconds(30);

  private static final Path SHIPPED = Path.of("..", "policies");

  private ShortPolicies() {}

  /** Writes them to {@code folder}; HP pages once and no second time within a test. */
  static Path in(Path folder) throws IOException {
    copy(folder);
    Path rx = folder.resolve("digital-prescriptions/policy.yaml");
    replace(rx, "P1:", "wait: 2m", "wait: " + RX_P1_SECOND_RUNG.toSeconds() + "s");
    replace(rx, "P2:", "wait: 5m", "wait: " + RX_P2_SECOND_RUNG.toSeconds() + "s");
    // the sandbox's phone takes a call and nobody answers it: these tests look at PagerDuty
    replace(rx, "P1:", "by: [phone, pagerduty]", "by: [pagerduty]");
    replace(rx, "P2:", "by: [phone, pagerduty]", "by: [pagerduty]");
    replace(rx, "timing:", "hold-down: 5m", "hold-down: 2s");
    replace(rx, "", "grouping-labels: []", "grouping-labels: [case]");
    Path hp = folder.resolve("health-portal/policy.yaml");
    replace(hp, "P1:", "wait: 2m", "wait: 10m");
    replace(hp, "", "grouping-labels: []", "grouping-labels: [case]");
    replace(
        folder.resolve("catch-all.yaml"),
        "installation:",
        "pagerduty-events-per-minute: 120",
        "pagerduty-events-per-minute: 0");
    return folder;
  }

  private static void copy(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(SHIPPED)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = folder.resolve(SHIPPED.relativize(file));
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
  }

  /** Replaces the first {@code from} after {@code section}; what is not there any more fails. */
  static void replace(Path file, String section, String from, String to) throws IOException {
    String text = Files.readString(file);
    int at = text.indexOf(from, Math.max(0, text.indexOf(section)));
    if (at < 0 || !text.contains(section)) {
      throw new IllegalStateException(file + " has no '" + from + "' after '" + section + "'");
    }
    Files.writeString(file, text.substring(0, at) + to + text.substring(at + from.length()));
  }
}

package io.tocsin.chaos.edge.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A copy of the shipped policies in which every minute of a ladder is a second and a label {@code
 * case} splits incidents. What decides the level, and whom to call, stays as it is shipped; but the
 * tech lead has only a phone, so that somebody is told by text.
 */
final class ShortPolicies {
  private static final Pattern MINUTES =
      Pattern.compile("(?m)^(\\s+(?:wait|hold-down|repeat-after|retry-after): )(\\d+)m\\b");

  private static final String BY_SLACK_AND_MAIL =
      "      slack: \"@rx-tech-lead\"\n      email: tech-lead@example.com\n";

  private ShortPolicies() {}

  /** Copies {@code shipped} to {@code folder}, shortened. */
  static void write(Path shipped, Path folder) throws IOException {
    for (Path file : files(shipped)) {
      Path copy = folder.resolve(shipped.relativize(file));
      Files.createDirectories(copy.getParent());
      Files.writeString(copy, shortened(Files.readString(file)));
    }
  }

  private static List<Path> files(Path root) throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  static String shortened(String policy) {
    return MINUTES
        .matcher(policy)
        .replaceAll("$1$2s")
        .replace("grouping-labels: []", "grouping-labels: [case]")
        .replace("pagerduty-events-per-minute: 120", "pagerduty-events-per-minute: 0")
        .replace(BY_SLACK_AND_MAIL, "");
  }
}

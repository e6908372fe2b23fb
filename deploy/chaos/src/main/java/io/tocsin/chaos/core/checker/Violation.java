package io.tocsin.chaos.core.checker;

import io.tocsin.chaos.core.evidence.Line;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Something that must not have happened.
 *
 * @param invariant the name of what it contradicts
 * @param subject the incident, alert, page, command or place concerned
 * @param what the contradiction, in one sentence
 * @param story the records about the subject, in time order
 */
public record Violation(String invariant, String subject, String what, List<Line> story) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

  public Violation {
    story = List.copyOf(story);
  }

  /** As a person reads it; times are UTC. */
  @Override
  public String toString() {
    return "%s: %s%n  %s%n%s"
        .formatted(
            invariant,
            subject,
            what,
            story.stream()
                .map(
                    line ->
                        "    %s  %-10s  %s%n"
                            .formatted(TIME.format(line.at()), line.who(), line.text()))
                .collect(Collectors.joining()));
  }
}

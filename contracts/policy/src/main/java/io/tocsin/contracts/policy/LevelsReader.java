package io.tocsin.contracts.policy;

import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.events.Severity;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Reads the four levels of a team (RUN-02.1a), each with its ladder. */
final class LevelsReader {
  private final LadderReader ladders;

  LevelsReader(Map<String, Contact> contacts) {
    this.ladders = new LadderReader(contacts);
  }

  Map<Severity, Level> read(Section levels) {
    levels.allow("P1", "P2", "P3", "P4");
    Map<Severity, Level> read = new EnumMap<>(Severity.class);
    for (Severity severity : Severity.values()) {
      levels
          .need(severity.name(), "every team has P1, P2, P3 and P4")
          .flatMap(YamlValue::section)
          .ifPresent(section -> read.put(severity, level(severity, section)));
    }
    return read;
  }

  private Level level(Severity severity, Section section) {
    section.allow(
        "meaning", "respond-within", "clock", "loudest", "ladder", "repeat-after", "retry-after");
    Channel loudest = section.need("loudest", Kind.CHANNEL, Channel.PHONE);
    Level level =
        new Level(
            severity,
            section.need("meaning", Kind.TEXT, ""),
            section.need("respond-within", Kind.DURATION, Duration.ZERO),
            section.need("clock", Kind.CLOCK, Level.Clock.ALWAYS),
            loudest,
            section
                .need("ladder", "say who is called, in order")
                .map(ladder -> ladders.read(ladder, loudest))
                .orElse(List.of()),
            section.find("repeat-after", Kind.WAIT).orElse(null),
            section.find("retry-after", Kind.WAIT).orElse(null));
    if (severity == Severity.P1) {
      mustRing(level, section);
    }
    return level;
  }

  /** A P1, and a P1 whose rule failed, must make something ring. */
  private static void mustRing(Level level, Section section) {
    boolean rings =
        level.ladder().stream()
            .filter(Rung::whenUnknown)
            .flatMap(rung -> rung.by().stream())
            .anyMatch(method -> level.allows(method) && method.isLouderThan(Channel.SLACK));
    if (!rings) {
      section
          .find("ladder")
          .ifPresent(
              ladder ->
                  ladder.reject(
                      "ladder",
                      "no rung of P1 rings when its level is unknown",
                      "call somebody by pagerduty or phone, without 'when-unknown: false'"));
    }
    if (level.clock() != Level.Clock.ALWAYS) {
      section
          .find("clock")
          .ifPresent(clock -> clock.reject("a P1 waits for nobody's hours", "write always"));
    }
  }
}

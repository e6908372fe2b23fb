package io.tocsin.allinone.cases.file;

import io.tocsin.contracts.policy.yaml.Durations;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Times as cases write them: local, with an offset, or counted from the start. */
public final class TeamTime {
  private final ZoneId zone;

  public TeamTime(ZoneId zone) {
    this.zone = zone;
  }

  /** The time in {@code text}, which may be a span after {@code start}; empty as below. */
  Optional<Instant> from(Instant start, String text) {
    return text.startsWith("+")
        ? span(text.substring(1)).map(start::plus)
        : date(text).filter(time -> !time.isBefore(start));
  }

  private static Optional<Duration> span(String text) {
    try {
      return Optional.of(Durations.parse(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The time in {@code text}; empty when it is none, never came, or came twice. */
  public Optional<Instant> date(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException noOffset) {
      return local(text)
          .filter(time -> offsets(time).size() == 1)
          .map(time -> time.atZone(zone).toInstant());
    }
  }

  /** What to write instead of {@code wrong}. */
  public String remedy(String wrong, String form) {
    Optional<LocalDateTime> local = local(wrong);
    if (local.isEmpty()) {
      return "write it " + form;
    }
    List<ZoneOffset> offsets = offsets(local.get());
    if (offsets.isEmpty()) {
      return "in %s the clocks are put forward over this time; take another".formatted(zone);
    }
    if (offsets.size() > 1) {
      return "in %s this time comes twice; add which one is meant, %s%s or %s%s"
          .formatted(zone, local.get(), offsets.get(0), local.get(), offsets.get(1));
    }
    return "take a time that is not before the start of the case";
  }

  private List<ZoneOffset> offsets(LocalDateTime time) {
    return zone.getRules().getValidOffsets(time);
  }

  private static Optional<LocalDateTime> local(String text) {
    try {
      return Optional.of(LocalDateTime.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}

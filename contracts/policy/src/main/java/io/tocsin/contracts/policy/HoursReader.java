package io.tocsin.contracts.policy;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Reads {@code business-hours} (RUN-13). */
final class HoursReader {
  private static final BusinessHours BROKEN =
      new BusinessHours(
          ZoneOffset.UTC, EnumSet.allOf(DayOfWeek.class), LocalTime.MIN, LocalTime.MAX);

  private HoursReader() {}

  static BusinessHours read(Section file) {
    return file.need("business-hours", "say when the team is at work: zone, days, from and to")
        .flatMap(YamlValue::section)
        .flatMap(HoursReader::hours)
        .orElse(BROKEN);
  }

  private static Optional<BusinessHours> hours(Section section) {
    section.allow("zone", "days", "from", "to");
    ZoneId zone = section.need("zone", Kind.ZONE, BROKEN.zone());
    LocalTime from = section.need("from", Kind.TIME, BROKEN.from());
    LocalTime to = section.need("to", Kind.TIME, BROKEN.to());
    Set<DayOfWeek> days = Set.copyOf(section.plainList("days", Kind.DAY));
    if (section.need("days", Kind.DAY.remedy()).isPresent() && days.isEmpty()) {
      section.self().reject("days", "a team works on one day at least", Kind.DAY.remedy());
    }
    if (!from.isBefore(to)) {
      section.self().reject(from + "-" + to, "work ends before it begins", "put 'to' after 'from'");
      return Optional.empty();
    }
    return days.isEmpty() ? Optional.empty() : Optional.of(new BusinessHours(zone, days, from, to));
  }
}

package io.tocsin.contracts.policy.calendar;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/**
 * The clock on the wall of one zone. Where daylight saving repeats an hour, a stretch of time
 * begins the first time the clock shows its beginning and ends the last time it shows less than its
 * end; a time that is skipped counts as reached when the clock jumps over it.
 */
record LocalClock(ZoneRules rules) {

  static LocalClock in(ZoneId zone) {
    return new LocalClock(zone.getRules());
  }

  /** What the clock shows. */
  LocalDateTime at(Instant time) {
    return LocalDateTime.ofInstant(time, rules.getOffset(time));
  }

  /** The first instant at which the clock shows {@code time} or later. */
  Instant first(LocalDateTime time) {
    ZoneOffsetTransition change = rules.getTransition(time);
    if (change == null) {
      return time.toInstant(rules.getOffset(time));
    }
    return change.isGap() ? change.getInstant() : time.toInstant(change.getOffsetBefore());
  }

  /** The first instant after the last one at which the clock shows less than {@code time}. */
  Instant last(LocalDateTime time) {
    ZoneOffsetTransition change = rules.getTransition(time);
    boolean shownTwice =
        change != null && change.isOverlap() && time.isAfter(change.getDateTimeAfter());
    return shownTwice ? time.toInstant(change.getOffsetAfter()) : first(time);
  }
}

package io.tocsin.contracts.policy.calendar;

import io.tocsin.contracts.policy.calendar.FeedEvent.Length;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAmount;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import net.fortuna.ical4j.model.TemporalAmountAdapter;
import net.fortuna.ical4j.util.Strings;
import org.jspecify.annotations.Nullable;

/** Makes events of an iCalendar file; one that is wrong becomes a fault, the others stay. */
final class FeedReader {
  private static final int MOST_EVENTS = 10_000;

  private final List<FeedEvent> events = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();
  private final Map<String, Set<IcsTime>> replaced = new HashMap<>();
  private final IcsZones zones;

  private FeedReader(IcsZones zones) {
    this.zones = zones;
  }

  static Feed read(String text) throws UnreadableFeed {
    IcsComponent file = IcsFile.parse(text);
    List<IcsComponent> all = file.parts("VEVENT");
    if (all.size() > MOST_EVENTS) {
      throw new UnreadableFeed("it holds more than " + MOST_EVENTS + " events");
    }
    try {
      FeedReader reader = new FeedReader(new IcsZones(file.parts("VTIMEZONE")));
      all.forEach(event -> reader.noting(event, () -> reader.replace(event)));
      all.forEach(event -> reader.noting(event, () -> reader.add(event)));
      return new Feed(reader.events, reader.faults);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new UnreadableFeed("a VTIMEZONE cannot be read: " + e.getMessage());
    }
  }

  /** Notes which repetition of another event this one replaces. */
  private void replace(IcsComponent event) {
    event
        .first("RECURRENCE-ID")
        .ifPresent(
            id -> {
              if (id.parameter("RANGE") != null) {
                throw new IllegalArgumentException("it changes all later ones: give each its own");
              }
              replaced.computeIfAbsent(event.text("UID"), uid -> new HashSet<>()).add(time(id));
            });
  }

  private void add(IcsComponent event) {
    if (event.text("STATUS").equalsIgnoreCase("CANCELLED")) {
      return;
    }
    IcsTime start = time(event.need("DTSTART"));
    ZoneRules rules = start.rules();
    Recurrence recurrence = Recurrence.of(event, rules, zones);
    if (event.first("RECURRENCE-ID").isEmpty()) {
      recurrence = recurrence.without(replacedOf(event, rules));
    }
    Length length = length(event, start);
    if (length.time().isZero() || length.time().isNegative()) {
      throw new IllegalArgumentException("it ends no later than it begins");
    }
    events.add(new FeedEvent(summary(event), start.local(), length, rules, recurrence));
  }

  private Length length(IcsComponent event, IcsTime start) {
    if (event.first("DTEND").isPresent()) {
      IcsTime end = time(event.need("DTEND"));
      return Objects.equals(start.rules(), end.rules())
          ? new Length(Duration.between(start.local(), end.local()), true)
          : new Length(Duration.between(utc(start), utc(end)), false);
    }
    if (event.first("DURATION").isPresent()) {
      TemporalAmount amount =
          TemporalAmountAdapter.parse(event.need("DURATION").value()).getDuration();
      return amount instanceof Period
          ? new Length(Duration.between(start.local(), start.local().plus(amount)), true)
          : new Length(Duration.from(amount), false);
    }
    return new Length(start.wholeDay() ? Duration.ofDays(1) : Duration.ZERO, true);
  }

  private static Temporal utc(IcsTime time) {
    return time.instant(ZoneOffset.UTC.getRules());
  }

  private Set<Temporal> replacedOf(IcsComponent event, @Nullable ZoneRules rules) {
    Set<Temporal> times = new HashSet<>();
    replaced
        .getOrDefault(event.text("UID"), Set.of())
        .forEach(time -> times.add(time.dateOrTime(rules)));
    return times;
  }

  private IcsTime time(IcsProperty property) {
    return IcsTime.parse(property.value(), property.parameter("TZID"), zones);
  }

  private static String summary(IcsComponent event) {
    return Strings.unescape(event.text("SUMMARY")).strip();
  }

  private void noting(IcsComponent event, Runnable step) {
    try {
      step.run();
    } catch (IllegalArgumentException | DateTimeException e) {
      String fault =
          "event '%s' of %s: %s".formatted(summary(event), event.text("DTSTART"), e.getMessage());
      if (!faults.contains(fault)) {
        faults.add(fault);
      }
    }
  }
}

package io.tocsin.contracts.policy.calendar;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What live sources said last, by role. A source that is away changes nothing of it: its plan holds
 * as far as it was read, then whoever held the role last keeps it.
 */
public record OnCallBook(Map<String, Entry> roles) {
  public static final OnCallBook EMPTY = new OnCallBook(Map.of());

  public OnCallBook {
    roles = Map.copyOf(roles);
  }

  /**
   * What is known of one role.
   *
   * @param reading null: the source has never answered
   */
  public record Entry(@Nullable Reading reading, @Nullable Outage outage) {}

  /** The book after {@code reading}; one that is older than what is known changes nothing. */
  public OnCallBook read(Reading reading) {
    Entry known = roles.get(reading.role());
    boolean isLate =
        known != null && known.reading() != null && reading.at().isBefore(known.reading().at());
    return isLate ? this : with(reading.role(), new Entry(reading, null));
  }

  /** The book after the source of {@code role} did not answer at {@code at}. */
  public OnCallBook failed(String role, Instant at, String reason) {
    Entry known = roles.getOrDefault(role, new Entry(null, null));
    Instant since = known.outage() == null ? at : known.outage().since();
    return with(role, new Entry(known.reading(), new Outage(since, reason)));
  }

  /** Whether the source of {@code role} has ever answered. */
  public boolean knows(String role) {
    return reading(role).isPresent();
  }

  /** Who holds {@code role}, and how stale that is; empty when its source has never answered. */
  public Optional<LastKnown> lastKnown(String role, Instant now) {
    return reading(role).map(reading -> lastKnown(reading, now, outage(role)));
  }

  /** Why the source of {@code role} is away; null while it answers. */
  public @Nullable Outage outage(String role) {
    Entry entry = roles.get(role);
    return entry == null ? null : entry.outage();
  }

  void lay(String role, Timeline timeline) {
    reading(role).ifPresent(reading -> lay(reading, timeline));
  }

  private static void lay(Reading reading, Timeline timeline) {
    Why planned = new Why(Why.Source.READING, 0, reading.at().toString());
    reading
        .shifts()
        .forEach(shift -> timeline.lay(shift.when(), new Holder(shift.person(), planned)));
    Instant known = reading.covers().to();
    Instant end = timeline.window().to();
    if (known.isBefore(end)) {
      Why last = new Why(Why.Source.LAST_KNOWN, 0, reading.at().toString());
      reading
          .last()
          .ifPresent(person -> timeline.lay(new Interval(known, end), new Holder(person, last)));
    }
  }

  private static LastKnown lastKnown(Reading reading, Instant now, @Nullable Outage outage) {
    Timeline timeline = new Timeline(Interval.at(now));
    lay(reading, timeline);
    String holder = timeline.shifts().stream().findFirst().map(Shift::person).orElse(null);
    return new LastKnown(holder, reading.at(), now.isBefore(reading.covers().to()), outage);
  }

  private Optional<Reading> reading(String role) {
    return Optional.ofNullable(roles.get(role)).map(Entry::reading);
  }

  private OnCallBook with(String role, Entry entry) {
    Map<String, Entry> next = new HashMap<>(roles);
    next.put(role, entry);
    return new OnCallBook(next);
  }
}

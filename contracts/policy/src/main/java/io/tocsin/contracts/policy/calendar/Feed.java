package io.tocsin.contracts.policy.calendar;

import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;

/**
 * An iCalendar file, read.
 *
 * @param faults what was left out of it, and why; each names its event
 */
public record Feed(List<FeedEvent> events, List<String> faults) {
  public static final Feed EMPTY = new Feed(List.of(), List.of());

  public Feed {
    events = List.copyOf(events);
    faults = List.copyOf(faults);
  }

  public static Feed read(String text) throws UnreadableFeed {
    return FeedReader.read(text);
  }

  /**
   * The times its events run that touch {@code window}, by their beginning; a whole day, and a time
   * without a zone, are those of {@code zone}.
   */
  public List<Occurrence> occurrences(Interval window, ZoneId zone) {
    return events.stream()
        .flatMap(event -> event.within(window, zone))
        .sorted(Comparator.comparing(each -> each.when().from()))
        .toList();
  }

  /** When any of its events runs. */
  public Coverage running(Interval window, ZoneId zone) {
    return new Coverage(occurrences(window, zone).stream().map(Occurrence::when).toList())
        .within(window);
  }
}

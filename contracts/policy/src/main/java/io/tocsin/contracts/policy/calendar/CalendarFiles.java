package io.tocsin.contracts.policy.calendar;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The iCalendar files of one policy folder, by their path below it.
 *
 * @param unreadable why a file could not be read
 */
public record CalendarFiles(Map<String, Feed> feeds, Map<String, String> unreadable) {
  public static final CalendarFiles NONE = new CalendarFiles(Map.of(), Map.of());

  public CalendarFiles {
    feeds = Map.copyOf(feeds);
    unreadable = Map.copyOf(unreadable);
  }

  /** Reads what ends in {@code .ics} of {@code files}, path to text. */
  public static CalendarFiles read(Map<String, String> files) {
    Map<String, Feed> feeds = new HashMap<>();
    Map<String, String> unreadable = new HashMap<>();
    files.forEach(
        (path, text) -> {
          if (path.endsWith(".ics")) {
            try {
              feeds.put(path, Feed.read(text));
            } catch (UnreadableFeed e) {
              unreadable.put(path, String.valueOf(e.getMessage()));
            }
          }
        });
    return new CalendarFiles(feeds, unreadable);
  }

  public Optional<Feed> feed(@Nullable String path) {
    return path == null ? Optional.empty() : Optional.ofNullable(feeds.get(path));
  }
}

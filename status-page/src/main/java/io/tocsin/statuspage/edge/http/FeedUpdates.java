package io.tocsin.statuspage.edge.http;

import io.tocsin.statuspage.core.IncidentNow;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** An incident's updates, newest first, as the markup inside a feed's entry shows them. */
record FeedUpdates(List<Update> updates) {
  private static final DateTimeFormatter MONTH = words("MMM");
  private static final DateTimeFormatter DAY = words("d");
  private static final DateTimeFormatter TIME = words("HH:mm");

  record Update(String phase, String body, String month, String day, String time) {}

  static FeedUpdates of(IncidentNow now) {
    return new FeedUpdates(
        now.updates().stream()
            .map(
                update ->
                    new Update(
                        update.phase().words(),
                        update.body(),
                        MONTH.format(update.at()),
                        DAY.format(update.at()),
                        TIME.format(update.at())))
            .toList());
  }

  private static DateTimeFormatter words(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
  }
}

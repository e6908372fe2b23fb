package io.tocsin.statuspage.edge.http;

import io.tocsin.statuspage.core.IncidentNow;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * So much of the past as one page holds, by month, latest first.
 *
 * @param newer the number of the sheet before, if there is one
 * @param older the number of the sheet after, if there is one
 */
record HistorySheet(List<Month> months, @Nullable Integer newer, @Nullable Integer older) {
  /** How many incidents one page holds. */
  static final int SIZE = 50;

  private static final DateTimeFormatter WORDS =
      DateTimeFormatter.ofPattern("MMMM yyyy", Locale.ENGLISH);

  /** Whether there is another. */
  public boolean isOneOfMany() {
    return newer != null || older != null;
  }

  record Month(String name, List<Episode> incidents) {}

  /** Sheet {@code number} of {@code all}, from 1; the first is there though it be empty. */
  static Optional<HistorySheet> of(List<IncidentNow> all, int number) {
    int sheets = Math.max(1, (all.size() + SIZE - 1) / SIZE);
    if (number < 1 || number > sheets) {
      return Optional.empty();
    }
    List<IncidentNow> own = all.subList((number - 1) * SIZE, Math.min(number * SIZE, all.size()));
    return Optional.of(
        new HistorySheet(
            byMonth(own), number > 1 ? number - 1 : null, number < sheets ? number + 1 : null));
  }

  private static List<Month> byMonth(List<IncidentNow> incidents) {
    Map<YearMonth, List<Episode>> months =
        incidents.stream()
            .collect(
                Collectors.groupingBy(
                    now -> month(now.incident().startedAt()),
                    LinkedHashMap::new,
                    Collectors.mapping(Episode::of, Collectors.toList())));
    return months.entrySet().stream()
        .map(month -> new Month(WORDS.format(month.getKey()), month.getValue()))
        .toList();
  }

  private static YearMonth month(Instant at) {
    return YearMonth.from(at.atOffset(ZoneOffset.UTC));
  }
}

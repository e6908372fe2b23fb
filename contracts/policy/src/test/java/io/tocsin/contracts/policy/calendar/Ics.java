package io.tocsin.contracts.policy.calendar;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** iCalendar texts. */
final class Ics {
  private Ics() {}

  static String calendar(String... components) {
    return "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//example.com//tests//EN\n"
        + String.join("", components)
        + "END:VCALENDAR\n";
  }

  static String event(String... lines) {
    return "BEGIN:VEVENT\n" + String.join("\n", lines) + "\nEND:VEVENT\n";
  }

  static Feed feed(String... components) {
    try {
      return Feed.read(calendar(components));
    } catch (UnreadableFeed e) {
      throw new AssertionError(e);
    }
  }

  static String daysOff(Collection<LocalDate> days) {
    List<String> events =
        days.stream()
            .map(DateTimeFormatter.BASIC_ISO_DATE::format)
            .map(day -> event("SUMMARY:Day off", "DTSTART;VALUE=DATE:" + day))
            .collect(Collectors.toList());
    return calendar(events.toArray(String[]::new));
  }
}

package io.tocsin.contracts.policy.calendar;

import io.tocsin.contracts.policy.yaml.Flaw;
import java.util.List;
import java.util.Optional;

/** What is wrong with an iCalendar file that a section names. */
final class CalendarCheck {
  private CalendarCheck() {}

  static List<Flaw> flaws(Object where, String component, String path, CalendarFiles calendars) {
    Optional<Feed> feed = calendars.feed(path);
    if (feed.isPresent()) {
      return feed.get().faults().stream()
          .map(fault -> new Flaw(where, component, fault, "mend the event in " + path))
          .toList();
    }
    String reason = calendars.unreadable().get(path);
    return List.of(
        reason == null
            ? new Flaw(
                where,
                component,
                "there is no such file in this folder",
                "add it, or write the name of an .ics file that is there")
            : new Flaw(
                where,
                component,
                "this is no calendar: " + reason,
                "export it again as iCalendar"));
  }
}

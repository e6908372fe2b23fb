package io.tocsin.contracts.policy.calendar;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The time zones that a file's times name: the JDK's own by their name, since a file's copy grows
 * stale, else what the file's {@code VTIMEZONE} says.
 */
final class IcsZones {
  private static final LocalDateTime END = LocalDateTime.of(2100, 1, 1, 0, 0);
  private static final Pattern LAST_PARTS = Pattern.compile("^/.*?([^/]+/[^/]+)$");

  private final Map<String, ZoneRules> own = new HashMap<>();

  IcsZones(List<IcsComponent> zones) {
    for (IcsComponent zone : zones) {
      String id = zone.text("TZID");
      if (known(id).isEmpty()) {
        own.put(id, known(zone.text("X-LIC-LOCATION")).orElseGet(() -> rules(zone)));
      }
    }
  }

  ZoneRules rules(String id) {
    return known(id)
        .or(() -> Optional.ofNullable(own.get(id)))
        .orElseThrow(
            () -> new IllegalArgumentException("its time zone '" + id + "' is known to nobody"));
  }

  private static Optional<ZoneRules> known(String id) {
    Matcher last = LAST_PARTS.matcher(id);
    String name = last.matches() ? last.group(1) : id;
    return ZoneId.getAvailableZoneIds().contains(name)
        ? Optional.of(ZoneId.of(name).getRules())
        : Optional.empty();
  }

  private static ZoneRules rules(IcsComponent zone) {
    List<ZoneOffsetTransition> changes = new ArrayList<>();
    zone.parts().forEach(observance -> changes.addAll(changes(observance)));
    changes.sort(Comparator.naturalOrder());
    if (changes.isEmpty()) {
      ZoneOffset only =
          zone.parts().stream()
              .map(part -> offset(part, "TZOFFSETTO"))
              .findFirst()
              .orElse(ZoneOffset.UTC);
      return only.getRules();
    }
    ZoneOffset first = changes.get(0).getOffsetBefore();
    return ZoneRules.of(first, first, List.of(), changes, List.of());
  }

  /** Each time one of the two offsets begins, until {@link #END}. */
  private static List<ZoneOffsetTransition> changes(IcsComponent observance) {
    ZoneOffset before = offset(observance, "TZOFFSETFROM");
    ZoneOffset after = offset(observance, "TZOFFSETTO");
    if (before.equals(after)) {
      return List.of();
    }
    IcsZones none = new IcsZones(List.of());
    LocalDateTime start = IcsTime.parse(observance.need("DTSTART").value(), null, none).local();
    return Recurrence.of(observance, before.getRules(), none)
        .starts(start, start, END)
        .map(time -> ZoneOffsetTransition.of(time, before, after))
        .toList();
  }

  private static ZoneOffset offset(IcsComponent observance, String property) {
    return ZoneOffset.of(observance.need(property).value());
  }
}

package io.tocsin.contracts.policy.calendar;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.Temporal;
import java.time.zone.ZoneRules;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.fortuna.ical4j.model.Recur;
import org.jspecify.annotations.Nullable;

/**
 * When an event comes again, in its own local time.
 *
 * @param rules RRULEs whose UNTIL is local
 * @param also further starts
 * @param except starts, or whole days, at which it does not come
 */
record Recurrence(List<String> rules, Set<LocalDateTime> also, Set<Temporal> except) {
  /** As the standard says; ical4j without it begins weeks on Sunday. */
  private static final String WEEKS_BEGIN_ON_MONDAY = ";WKST=MO";

  private static final Pattern UNTIL = Pattern.compile("UNTIL=([0-9TZ]+)");
  private static final Pattern TOO_OFTEN = Pattern.compile("FREQ=(SECONDLY|MINUTELY)");

  Recurrence {
    rules = List.copyOf(rules);
    also = Set.copyOf(also);
    except = Set.copyOf(except);
  }

  static Recurrence of(IcsComponent event, @Nullable ZoneRules zone, IcsZones zones) {
    if (!event.all("EXRULE").isEmpty()) {
      throw new IllegalArgumentException("its EXRULE is not understood; list the dates as EXDATE");
    }
    Set<LocalDateTime> also = new HashSet<>();
    times(event, "RDATE", zones).forEach(time -> also.add(time.by(zone)));
    Set<Temporal> except = new HashSet<>();
    times(event, "EXDATE", zones).forEach(time -> except.add(time.dateOrTime(zone)));
    List<String> rules =
        event.all("RRULE").stream().map(rule -> local(rule.value(), zone, zones)).toList();
    rules.forEach(Recurrence::recur);
    return new Recurrence(rules, also, except);
  }

  Recurrence without(Set<Temporal> replaced) {
    Set<Temporal> all = new HashSet<>(except);
    all.addAll(replaced);
    return new Recurrence(rules, also, all);
  }

  /** The starts from {@code from} to {@code to}, unordered; {@code start} is one of them. */
  Stream<LocalDateTime> starts(LocalDateTime start, LocalDateTime from, LocalDateTime to) {
    Stream<LocalDateTime> byRule =
        rules.stream().flatMap(rule -> recur(rule).getDates(start, from, to).stream());
    return Stream.of(Stream.of(start), also.stream(), byRule)
        .flatMap(times -> times)
        .distinct()
        .filter(time -> !time.isBefore(from) && time.isBefore(to))
        .filter(time -> !except.contains(time) && !except.contains(time.toLocalDate()));
  }

  private static Recur<LocalDateTime> recur(String rule) {
    if (TOO_OFTEN.matcher(rule).find()) {
      throw new IllegalArgumentException("it comes again more often than every hour");
    }
    return new Recur<>(rule, false);
  }

  private static String local(String rule, @Nullable ZoneRules zone, IcsZones zones) {
    String upper = rule.toUpperCase(Locale.ROOT);
    String week = upper.contains("WKST=") ? upper : upper + WEEKS_BEGIN_ON_MONDAY;
    Matcher until = UNTIL.matcher(week);
    if (!until.find()) {
      return week;
    }
    IcsTime end = IcsTime.parse(until.group(1), null, zones);
    LocalDateTime last =
        end.wholeDay() ? end.local().toLocalDate().atTime(LocalTime.MAX) : end.by(zone);
    return until.replaceFirst("UNTIL=" + IcsTime.format(last));
  }

  private static Stream<IcsTime> times(IcsComponent event, String property, IcsZones zones) {
    return event.all(property).stream()
        .flatMap(
            list ->
                Stream.of(list.value().split(","))
                    .map(text -> IcsTime.parse(text.strip(), list.parameter("TZID"), zones)));
  }
}

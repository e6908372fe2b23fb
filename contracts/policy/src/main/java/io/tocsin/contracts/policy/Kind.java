package io.tocsin.contracts.policy;

import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.events.Severity;
import io.tocsin.contracts.events.TeamCode;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What a value must be: how it is read, what to say when it is not, and what to write instead.
 *
 * @param parser throws {@link IllegalArgumentException} or {@link DateTimeException} for another
 */
record Kind<T>(String message, String remedy, Function<String, T> parser) {

  /** The channels on which a person is called. */
  static final List<Channel> CALLING =
      List.of(Channel.PAGERDUTY, Channel.PHONE, Channel.SLACK, Channel.EMAIL);

  static final Kind<String> TEXT =
      matching("must be a text", "write some words after the colon", text -> !text.isEmpty());

  static final Kind<String> NAME =
      matching(
          "is no name",
          "use small letters, digits and hyphens, as in 'on-call'",
          text -> text.matches("[a-z0-9][a-z0-9._-]{0,62}"));

  static final Kind<Boolean> FLAG =
      named("is neither true nor false", List.of(true, false), String::valueOf);

  static final Kind<Duration> DURATION =
      new Kind<>("is no duration", "write it like 30s, 2m or 1h30m", Durations::parse);

  static final Kind<Duration> WAIT =
      new Kind<>("is no wait", "write it like 30s, 2m or 1h30m, longer than 0s", Kind::wait);

  static final Kind<LocalTime> TIME =
      new Kind<>("is no time of day", "write hours and minutes, as in 09:00", LocalTime::parse);

  static final Kind<ZoneId> ZONE =
      new Kind<>("is no time zone", "use a name like Africa/Cairo", Kind::region);

  static final Kind<DayOfWeek> DAY =
      named("is no day of the week", List.of(DayOfWeek.values()), Kind::lower);

  static final Kind<Level.Clock> CLOCK =
      named("is no clock", List.of(Level.Clock.values()), Kind::lower);

  static final Kind<Severity> SEVERITY =
      named("is no such level", List.of(Severity.values()), Severity::name);

  static final Kind<Channel> CHANNEL =
      named("is no way to call a person", CALLING, Channel::wireName);

  static final Kind<TeamCode> CODE =
      new Kind<>(
          "is no team code",
          "use 2 to 8 capitals or digits that begin with a letter, as in RX",
          TeamCode::new);

  static final Kind<String> SECRET =
      matching(
          "must be a reference, not the secret itself",
          "write ${SOME_NAME} and set that environment variable",
          text -> SecretReferences.name(text).isPresent());

  static final Kind<Integer> COUNT =
      new Kind<>("is no count", "write a whole number of 0 or more", Integer::parseUnsignedInt);

  Optional<T> parse(String text) {
    try {
      return Optional.of(parser.apply(text));
    } catch (IllegalArgumentException | DateTimeException e) {
      return Optional.empty();
    }
  }

  /** One of {@code values}, each under its {@code name}. */
  static <T> Kind<T> named(String message, List<T> values, Function<T, String> name) {
    List<String> names = values.stream().map(name).toList();
    return new Kind<>(
        message,
        "use " + oneOf(names),
        text -> {
          int index = names.indexOf(text);
          if (index < 0) {
            throw new IllegalArgumentException(text);
          }
          return values.get(index);
        });
  }

  static Kind<String> matching(String message, String remedy, Predicate<String> right) {
    return new Kind<>(
        message,
        remedy,
        text -> {
          if (!right.test(text)) {
            throw new IllegalArgumentException(text);
          }
          return text;
        });
  }

  /** {@code a, b or c}. */
  static String oneOf(Collection<String> names) {
    List<String> all = List.copyOf(names);
    int last = all.size() - 1;
    return last < 1
        ? String.join("", all)
        : String.join(", ", all.subList(0, last)) + " or " + all.get(last);
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Duration wait(String text) {
    Duration wait = Durations.parse(text);
    if (wait.isZero()) {
      throw new IllegalArgumentException(text);
    }
    return wait;
  }

  private static ZoneId region(String name) {
    if (!ZoneId.getAvailableZoneIds().contains(name)) {
      throw new DateTimeException(name);
    }
    return ZoneId.of(name);
  }
}

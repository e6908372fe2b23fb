package io.tocsin.contracts.policy.yaml;

import io.tocsin.contracts.events.Severity;
import io.tocsin.contracts.events.TeamCode;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The kind of each type that stands in a file as one text. */
final class Kinds {
  static final Kind<Duration> WAIT =
      duration("is no wait", "write it like 30s, 2m, 1h30m or 7d, longer than 0s", Kinds::wait);

  private static final Map<Class<?>, Kind<?>> KINDS = new HashMap<>();

  static {
    KINDS.put(String.class, Form.TEXT.kind());
    put(
        new Kind<>(
            "is neither true nor false",
            "use true or false",
            Kinds::flag,
            false,
            Map.of("type", "boolean")),
        boolean.class,
        Boolean.class);
    put(
        new Kind<>(
            "is no count",
            "write a whole number of 0 or more",
            Integer::parseUnsignedInt,
            0,
            Map.of("type", "integer", "minimum", 0)),
        int.class,
        Integer.class);
    KINDS.put(
        double.class,
        new Kind<>(
            "is no number",
            "write a number, as in 25 or 0.5",
            Kinds::number,
            0.0,
            Map.of("type", "number")));
    KINDS.put(
        Duration.class,
        duration("is no duration", "write it like 30s, 2m, 1h30m or 7d", Durations::parse));
    KINDS.put(
        LocalTime.class,
        time("is no time of day", "write hours and minutes, as in 09:00", LocalTime.MIDNIGHT));
    KINDS.put(
        LocalDate.class,
        new Kind<>(
            "is no date",
            "write it as 2026-01-31",
            LocalDate::parse,
            LocalDate.EPOCH,
            Map.of("type", "string", "format", "date")));
    KINDS.put(
        LocalDateTime.class,
        new Kind<>(
            "is no local time",
            "write it as 2026-01-31T09:00",
            LocalDateTime::parse,
            LocalDateTime.MIN,
            Map.of("type", "string")));
    KINDS.put(
        ZoneId.class,
        new Kind<>(
            "is no time zone",
            "use a name like Africa/Cairo",
            Kinds::region,
            ZoneOffset.UTC,
            Map.of("type", "string")));
    KINDS.put(
        TeamCode.class,
        new Kind<>(
            "is no team code",
            "use 2 to 8 capitals or digits that begin with a letter, as in RX",
            TeamCode::new,
            new TeamCode("UNSAID"),
            Map.of("type", "string", "pattern", "^[A-Z][A-Z0-9]{1,7}$")));
    KINDS.put(
        DayOfWeek.class,
        Kind.named("is no day of the week", List.of(DayOfWeek.values()), Kinds::word));
    KINDS.put(
        Severity.class, Kind.named("is no such level", List.of(Severity.values()), Severity::name));
  }

  private Kinds() {}

  private static void put(Kind<?> kind, Class<?>... types) {
    for (Class<?> type : types) {
      KINDS.put(type, kind);
    }
  }

  /** The kind of {@code type}; empty when it is not written as one text. */
  static Optional<Kind<?>> of(Class<?> type) {
    Kind<?> kind = KINDS.get(type);
    return kind == null && type.isEnum() ? Optional.of(words(type)) : Optional.ofNullable(kind);
  }

  private static Kind<?> words(Class<?> type) {
    List<Enum<?>> words =
        Arrays.stream(type.getEnumConstants()).<Enum<?>>map(Enum.class::cast).toList();
    Says says = type.getAnnotation(Says.class);
    String what =
        says == null ? Member.kebab(type.getSimpleName()).replace('-', ' ') : says.value();
    return Kind.named("is no " + what, words, Kinds::word);
  }

  /** As files write {@code value}. */
  static String word(Enum<?> value) {
    if (value instanceof Severity) {
      return value.name();
    }
    return value instanceof Worded worded
        ? worded.word()
        : value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Kind<Duration> duration(
      String message, String remedy, Function<String, Duration> parser) {
    return new Kind<>(
        message,
        remedy,
        parser,
        Duration.ZERO,
        Map.of("type", "string", "pattern", "^(\\d+w)?(\\d+d)?(\\d+h)?(\\d+m)?(\\d+s)?$"));
  }

  private static Kind<LocalTime> time(String message, String remedy, LocalTime instead) {
    return new Kind<>(
        message,
        remedy,
        LocalTime::parse,
        instead,
        Map.of("type", "string", "pattern", "^\\d\\d:\\d\\d(:\\d\\d)?$"));
  }

  private static Duration wait(String text) {
    Duration wait = Durations.parse(text);
    if (wait.isZero()) {
      throw new IllegalArgumentException(text);
    }
    return wait;
  }

  private static boolean flag(String text) {
    if (!text.equals("true") && !text.equals("false")) {
      throw new IllegalArgumentException(text);
    }
    return Boolean.parseBoolean(text);
  }

  private static double number(String text) {
    double number = Double.parseDouble(text);
    if (!Double.isFinite(number)) {
      throw new IllegalArgumentException(text);
    }
    return number;
  }

  private static ZoneId region(String name) {
    if (!ZoneId.getAvailableZoneIds().contains(name)) {
      throw new DateTimeException(name);
    }
    return ZoneId.of(name);
  }
}

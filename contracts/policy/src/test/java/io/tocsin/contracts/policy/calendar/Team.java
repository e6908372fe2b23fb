package io.tocsin.contracts.policy.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A team of three in Cairo, for the tests of rotas. */
final class Team {
  static final ZoneId CAIRO = ZoneId.of("Africa/Cairo");
  static final String ROLE = "on-call";
  static final Map<String, Person> PEOPLE =
      Map.of(
          "engineer-a", person("First engineer", "+12025550101"),
          "engineer-b", person("Second engineer", "+12025550102"),
          "engineer-c", new Person("Third engineer", null, slack("@engineer-c"), List.of()));

  private Team() {}

  static Person person(String name, String phone) {
    return new Person(name, CAIRO, new Methods(null, phone, "@somebody", null), List.of());
  }

  static Methods slack(String address) {
    return new Methods(null, null, address, null);
  }

  /** A layer of whole days that hands over at 09:00, from Monday 5 January 2026. */
  static Layer daily(int days, @Nullable Span only, String... people) {
    return new Layer(
        List.of(people),
        null,
        LocalDateTime.parse("2026-01-05T09:00"),
        null,
        Duration.ofDays(days),
        only);
  }

  static Rota rota(List<RotaOverride> overrides, Layer... layers) {
    return new Rota(CAIRO, List.of(layers), overrides, null, null);
  }

  static Rota rota(Layer... layers) {
    return rota(List.of(), layers);
  }

  static Rota live() {
    return new Rota(CAIRO, List.of(), List.of(), null, "${PAGERDUTY_RX_SCHEDULE}");
  }

  static Rota feed(String path) {
    return new Rota(CAIRO, List.of(), List.of(), path, null);
  }

  static RotaOverride override(String person, String from, String to) {
    return new RotaOverride(
        person, LocalDateTime.parse(from), LocalDateTime.parse(to), "a journey");
  }

  static OnCall onCall(Rota rota) {
    return onCall(rota, CalendarFiles.NONE);
  }

  static OnCall onCall(Rota rota, CalendarFiles files) {
    return new OnCall(PEOPLE, Map.of(ROLE, rota), files, OnCallBook.EMPTY);
  }

  static Interval interval(String from, String to) {
    return new Interval(Instant.parse(from), Instant.parse(to));
  }
}

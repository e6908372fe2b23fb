package io.tocsin.contracts.policy.calendar;

import io.tocsin.contracts.policy.yaml.Flaw;
import io.tocsin.contracts.policy.yaml.Nearest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What is wrong with the rotas of a team, and the first minutes that they leave to nobody. */
public final class RotaCheck {
  private final OnCall onCall;
  private final List<Flaw> flaws = new ArrayList<>();

  private RotaCheck(OnCall onCall) {
    this.onCall = onCall;
  }

  /** What is wrong whenever it is read. */
  public static List<Flaw> flaws(OnCall onCall) {
    RotaCheck check = new RotaCheck(onCall);
    new TreeMap<>(onCall.rotas()).forEach(check::check);
    return List.copyOf(check.flaws);
  }

  /** What {@code window} leaves to nobody; for rotas that are sound. */
  public static List<Flaw> ahead(OnCall onCall, Interval window) {
    RotaCheck check = new RotaCheck(onCall);
    new TreeMap<>(onCall.rotas())
        .forEach(
            (role, rota) -> {
              int before = check.flaws.size();
              if (rota.calendar() != null) {
                check.unknownNames(rota, rota.calendar(), window);
              }
              if (!rota.isLive() && check.flaws.size() == before) {
                check.gap(role, rota, window);
              }
            });
    return List.copyOf(check.flaws);
  }

  private void check(String role, Rota rota) {
    sources(role, rota);
    rota.layers().forEach(this::layer);
    if (rota.calendar() != null) {
      flaws.addAll(CalendarCheck.flaws(rota, "calendar", rota.calendar(), onCall.calendars()));
    }
    rota.overrides().forEach(this::override);
  }

  private void sources(String role, Rota rota) {
    List<String> given = new ArrayList<>();
    if (!rota.layers().isEmpty()) {
      given.add("layers");
    }
    if (rota.calendar() != null) {
      given.add("calendar");
    }
    if (rota.pagerdutySchedule() != null) {
      given.add("pagerdutySchedule");
    }
    if (given.isEmpty()) {
      add(
          rota,
          "layers",
          "nobody ever holds '" + role + "'",
          "give the rota layers, a calendar or a pagerduty-schedule");
    } else if (given.size() > 1) {
      add(
          rota,
          given.get(1),
          "two sources say who holds '" + role + "'",
          "keep one of layers, calendar and pagerduty-schedule");
    }
  }

  private void layer(Layer layer) {
    if (layer.people().isEmpty()) {
      add(layer, "people", "this layer has nobody", "name one person at least");
    }
    for (int i = 0; i < layer.people().size(); i++) {
      known(layer, "people/" + i, layer.people().get(i));
    }
    if (layer.turn().compareTo(Layer.SHORTEST_TURN) < 0) {
      add(layer, "turn", "is too short a turn", "write 1h or longer, as in 1d or 7d");
    }
    if (layer.ends() != null && !layer.ends().isAfter(layer.begins())) {
      add(layer, "ends", "this layer ends before it begins", "put 'ends' after 'begins'");
    }
  }

  private void override(RotaOverride override) {
    known(override, "person", override.person());
    if (!override.lasts()) {
      add(override, "to", "this override ends before it begins", "put 'to' after 'from'");
    }
  }

  private void known(Object where, String component, String person) {
    if (!onCall.people().containsKey(person)) {
      add(where, component, "is not among the people", whichPerson(person));
    }
  }

  private String whichPerson(String written) {
    Set<String> people = new TreeSet<>(onCall.people().keySet());
    return people.isEmpty() ? thePeople() : Nearest.remedy(written, people);
  }

  private String thePeople() {
    Set<String> people = new TreeSet<>(onCall.people().keySet());
    return people.isEmpty() ? "add them below 'people'" : "use " + String.join(", ", people);
  }

  /** Each once, with the day of its first event. */
  private void unknownNames(Rota rota, String path, Interval ahead) {
    Map<String, Instant> names = new LinkedHashMap<>();
    onCall
        .calendars()
        .feed(path)
        .ifPresent(
            feed ->
                feed.occurrences(ahead, rota.zone())
                    .forEach(event -> names.putIfAbsent(event.summary(), event.when().from())));
    names.keySet().removeIf(name -> onCall.personNamed(name).isPresent());
    names.forEach(
        (name, from) ->
            add(
                rota,
                "calendar",
                "'%s', the event of %s, is not among the people"
                    .formatted(name, from.atZone(rota.zone()).toLocalDate()),
                thePeople()));
  }

  private void gap(String role, Rota rota, Interval ahead) {
    List<Interval> gaps = onCall.gaps(role, ahead).intervals();
    if (!gaps.isEmpty()) {
      Interval first = gaps.get(0);
      String others = gaps.size() == 1 ? "" : ", and " + (gaps.size() - 1) + " times after that";
      boolean before = first.from().equals(ahead.from()) && begins(rota).contains(first.to());
      add(
          rota,
          rota.calendar() == null ? "layers" : "calendar",
          "nobody holds '" + role + "' from " + first.in(rota.zone()) + others,
          before
              ? "the first layer begins then: set its 'begins' earlier"
              : rota.calendar() == null
                  ? "let a layer without 'only' lie below the others, or close the gap"
                  : "close the gap in the calendar");
    }
  }

  private static Set<Instant> begins(Rota rota) {
    return rota.layers().stream()
        .map(layer -> layer.clock(rota).first(layer.begins()))
        .collect(Collectors.toSet());
  }

  private void add(Object where, String component, String message, String remedy) {
    flaws.add(new Flaw(where, component, message, remedy));
  }
}

package io.tocsin.contracts.policy.calendar;

import io.tocsin.contracts.policy.yaml.Flaw;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What is wrong with the rotas of a team, and the first minutes that they leave to nobody. */
public final class RotaCheck {
  private final OnCall onCall;
  private final Interval ahead;
  private final List<Flaw> flaws = new ArrayList<>();

  private RotaCheck(OnCall onCall, Interval ahead) {
    this.onCall = onCall;
    this.ahead = ahead;
  }

  /** All flaws; gaps are looked for within {@code ahead}. */
  public static List<Flaw> flaws(OnCall onCall, Interval ahead) {
    RotaCheck check = new RotaCheck(onCall, ahead);
    new TreeMap<>(onCall.rotas()).forEach(check::check);
    return List.copyOf(check.flaws);
  }

  private void check(String role, Rota rota) {
    int before = flaws.size();
    sources(role, rota);
    rota.layers().forEach(this::layer);
    if (rota.calendar() != null) {
      flaws.addAll(CalendarCheck.flaws(rota, "calendar", rota.calendar(), onCall.calendars()));
      unknownNames(rota, rota.calendar());
    }
    boolean isSound = flaws.size() == before;
    rota.overrides().forEach(this::override);
    if (isSound && !rota.isLive()) {
      gap(role, rota);
    }
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
      add(where, component, "is not among the people", thePeople());
    }
  }

  private String thePeople() {
    Set<String> people = new TreeSet<>(onCall.people().keySet());
    return people.isEmpty() ? "add them below 'people'" : "use " + String.join(", ", people);
  }

  private void unknownNames(Rota rota, String path) {
    Set<String> names = new LinkedHashSet<>();
    onCall
        .calendars()
        .feed(path)
        .ifPresent(
            feed ->
                feed.occurrences(ahead, rota.zone()).forEach(event -> names.add(event.summary())));
    names.removeIf(name -> onCall.personNamed(name).isPresent());
    names.forEach(
        name -> add(rota, "calendar", "'" + name + "' is not among the people", thePeople()));
  }

  private void gap(String role, Rota rota) {
    List<Interval> gaps = onCall.gaps(role, ahead).intervals();
    if (!gaps.isEmpty()) {
      String others = gaps.size() == 1 ? "" : ", and " + (gaps.size() - 1) + " times after that";
      add(
          rota,
          rota.calendar() == null ? "layers" : "calendar",
          "nobody holds '" + role + "' from " + gaps.get(0).in(rota.zone()) + others,
          "let a layer without 'only' lie below the others, or close the gap");
    }
  }

  private void add(Object where, String component, String message, String remedy) {
    flaws.add(new Flaw(where, component, message, remedy));
  }
}

package io.tocsin.allinone.cases.verdict;

import io.tocsin.allinone.cases.Case;
import io.tocsin.allinone.cases.Expectation;
import io.tocsin.allinone.cases.Night;
import io.tocsin.contracts.events.Actor;
import io.tocsin.contracts.events.Incident;
import io.tocsin.contracts.events.IncidentId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How incidents stood at a time. */
final class Standings {
  private static final String STATE = "state";
  private static final String NONE = "none";

  private final Case played;
  private final Night night;

  Standings(Case played, Night night) {
    this.played = played;
    this.night = night;
  }

  /**
   * Whether an incident stood so at some moment of the time given; {@code none}: there was none.
   */
  boolean meet(Expectation expectation) {
    if (List.of(NONE).equals(expectation.wanted().get(STATE))) {
      return at(expectation.to()).isEmpty();
    }
    return moments(expectation)
        .anyMatch(
            moment ->
                at(moment).values().stream()
                    .anyMatch(it -> Match.fields(expectation.wanted(), fields(it))));
  }

  /** How it was instead. */
  String text(Expectation expectation) {
    Map<IncidentId, Incident> then = at(expectation.from());
    return then.isEmpty()
        ? "there was no incident"
        : then.values().stream()
            .map(Standings::text)
            .collect(Collectors.joining("; ", "it was: ", ""));
  }

  private static String text(Incident incident) {
    return "%s %s %s, %s"
        .formatted(
            incident.id(),
            incident.assessment().severity(),
            state(incident),
            incident.response().owner() == null
                ? "nobody has it"
                : owner(incident.response().owner()) + " has it");
  }

  private Stream<Instant> moments(Expectation expectation) {
    TreeSet<Instant> moments = new TreeSet<>(List.of(expectation.from()));
    night.standings().stream()
        .map(Night.Standing::at)
        .filter(at -> at.isAfter(expectation.from()) && !at.isAfter(expectation.to()))
        .forEach(moments::add);
    return moments.stream().filter(at -> !at.isAfter(played.until()));
  }

  /** Each incident as it stood when all of {@code moment} had happened. */
  private Map<IncidentId, Incident> at(Instant moment) {
    Map<IncidentId, Incident> then = new LinkedHashMap<>();
    for (Night.Standing standing : night.standings()) {
      if (!standing.at().isAfter(moment)) {
        then.put(standing.incident().id(), standing.incident());
      }
    }
    return then;
  }

  private static Map<String, List<String>> fields(Incident incident) {
    return Map.of(
        STATE,
        List.of(state(incident)),
        "level",
        List.of(incident.assessment().severity().name()),
        "unknown",
        List.of(String.valueOf(incident.assessment().unknown())),
        "owner",
        List.of(owner(incident.response().owner())),
        "incident",
        List.of(incident.id().toString()),
        "service",
        List.of(incident.subject().service()),
        "episode",
        List.of(String.valueOf(incident.episode())),
        "occurrence",
        List.of(String.valueOf(incident.subject().occurrence())));
  }

  private static String state(Incident incident) {
    return incident.state().name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String owner(@Nullable Actor owner) {
    return owner == null ? "nobody" : owner.id();
  }
}

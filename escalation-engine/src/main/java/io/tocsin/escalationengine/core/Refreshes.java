package io.tocsin.escalationengine.core;

import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.events.Communication.Told;
import io.tocsin.contracts.events.Incident;
import io.tocsin.contracts.events.IncidentEvent;
import io.tocsin.contracts.events.Notification;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/** Messages that can be edited say what is true now: who has it, how severe it is (MHV-p34). */
final class Refreshes {
  private Refreshes() {}

  /**
   * One for each place where the incident was told and that hears nothing else of this decision:
   * also where it is told no more since it is restricted, so that nothing that was said stays.
   *
   * @param said what the decision has people told
   */
  static List<Notification> of(
      Incident before, IncidentEvent last, Incident after, List<Notification> said) {
    if (!looksOtherwise(before, after)) {
      return List.of();
    }
    List<Told> places = new ArrayList<>();
    Stream.concat(after.communication().told().stream(), rung(before))
        .filter(place -> places.stream().noneMatch(place::isSamePlace))
        .forEach(places::add);
    return places.stream()
        .filter(place -> place.channel() == Channel.SLACK || place.channel() == Channel.GITHUB)
        .filter(place -> said.stream().noneMatch(other -> isFor(other, place)))
        .map(place -> Messages.refresh(last, after, place))
        .toList();
  }

  private static Stream<Told> rung(Incident incident) {
    return incident.pages().stream()
        .map(page -> new Told(page.channel(), page.recipient(), Told.RUNG));
  }

  private static boolean looksOtherwise(Incident before, Incident after) {
    return Stream.<Function<Incident, Object>>of(
            Incident::state,
            Incident::phase,
            Incident::restricted,
            incident -> incident.assessment().severity(),
            incident -> incident.assessment().unknown(),
            incident -> Objects.requireNonNullElse(incident.response().owner(), ""),
            Incident::briefing)
        .anyMatch(seen -> !seen.apply(before).equals(seen.apply(after)));
  }

  private static boolean isFor(Notification notification, Told place) {
    return notification.channel() == place.channel()
        && notification.recipient().equals(place.recipient());
  }
}

package io.tocsin.escalationengine.core;

import io.tocsin.contracts.events.Channel;
import io.tocsin.contracts.events.Communication.Told;
import io.tocsin.contracts.events.Incident;
import io.tocsin.contracts.events.IncidentEvent;
import io.tocsin.contracts.events.Notification;
import io.tocsin.contracts.events.Page;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Messages that can be edited say what is true now: who has it, how severe it is (MHV-p34). */
final class Refreshes {
  private Refreshes() {}

  /**
   * One for each place where the incident was told and that hears nothing else of this decision.
   *
   * @param said what the decision has people told
   */
  static List<Notification> of(
      Incident before, IncidentEvent last, Incident after, List<Notification> said) {
    if (!looksOtherwise(before, after)) {
      return List.of();
    }
    // where many read it is told for the last time when it becomes restricted: to say no more
    Set<Told> places =
        new LinkedHashSet<>(before.restricted() ? after.hearers() : before.hearers());
    for (Page page : before.pages()) {
      places.add(new Told(page.channel(), page.recipient(), page.recipient()));
    }
    return places.stream()
        .filter(place -> place.channel() == Channel.SLACK || place.channel() == Channel.GITHUB)
        .filter(place -> said.stream().noneMatch(other -> isFor(other, place)))
        .map(place -> Messages.refresh(last, after, place))
        .toList();
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

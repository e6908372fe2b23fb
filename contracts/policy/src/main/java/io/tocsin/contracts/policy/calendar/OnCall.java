package io.tocsin.contracts.policy.calendar;

import io.tocsin.contracts.events.Channel;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who holds which role when (RUN-08.2, RUN-13).
 *
 * @param people by id
 * @param rotas by the role that each fills
 * @param book what live sources said last
 */
public record OnCall(
    Map<String, Person> people, Map<String, Rota> rotas, CalendarFiles calendars, OnCallBook book) {

  public OnCall {
    people = Map.copyOf(people);
    rotas = Map.copyOf(rotas);
  }

  /** The same with what live sources say now. */
  public OnCall with(OnCallBook latest) {
    return new OnCall(people, rotas, calendars, latest);
  }

  public boolean fills(String role) {
    return rotas.containsKey(role);
  }

  /** Who holds {@code role}; empty where nobody does, or no rota fills it. */
  public Optional<Holder> holder(String role, Instant now) {
    return shifts(role, Interval.at(now)).stream()
        .filter(shift -> shift.when().contains(now))
        .map(Shift::holder)
        .findFirst();
  }

  /** Every shift of {@code window}, in order; what one person holds for one reason is one shift. */
  public List<Shift> shifts(String role, Interval window) {
    Rota rota = rotas.get(role);
    if (rota == null) {
      return List.of();
    }
    Timeline timeline = new Timeline(window);
    layLayers(rota, timeline);
    layEvents(rota, timeline);
    if (rota.isLive()) {
      book.lay(role, timeline);
    }
    layOverrides(rota, timeline);
    return timeline.shifts();
  }

  /** When nobody holds {@code role}. */
  public Coverage gaps(String role, Interval window) {
    return new Coverage(shifts(role, window).stream().map(Shift::when).toList()).gaps(window);
  }

  /**
   * When {@code role} is held by somebody whom one of {@code channels} reaches. A live rota that
   * has not been read yet is taken to be held.
   */
  public Coverage reachable(String role, List<Channel> channels, Interval window) {
    Rota rota = rotas.get(role);
    if (rota != null && rota.isLive() && !book.knows(role)) {
      return Coverage.of(window);
    }
    return new Coverage(
        shifts(role, window).stream()
            .filter(shift -> isReachedBy(shift.person(), channels))
            .map(Shift::when)
            .toList());
  }

  /** The person whom an event's summary names, by id or by name. */
  public Optional<String> personNamed(String summary) {
    String wanted = summary.strip();
    return people.entrySet().stream()
        .filter(
            person ->
                person.getKey().equalsIgnoreCase(wanted)
                    || person.getValue().name().equalsIgnoreCase(wanted))
        .map(Map.Entry::getKey)
        .sorted()
        .findFirst();
  }

  /** The person whose mail address {@code email} is. */
  public Optional<String> personAt(String email) {
    return people.entrySet().stream()
        .filter(person -> email.equalsIgnoreCase(person.getValue().methods().email()))
        .map(Map.Entry::getKey)
        .sorted()
        .findFirst();
  }

  private boolean isReachedBy(String person, List<Channel> channels) {
    Person known = people.get(person);
    return known != null && known.isReachedBy(channels);
  }

  private static void layLayers(Rota rota, Timeline timeline) {
    for (int i = 0; i < rota.layers().size(); i++) {
      Why why = new Why(Why.Source.LAYER, i + 1, null);
      Layer layer = rota.layers().get(i);
      layer.turns(
          layer.clock(rota),
          timeline.window(),
          (when, person) -> timeline.lay(when, new Holder(person, why)));
    }
  }

  private void layEvents(Rota rota, Timeline timeline) {
    calendars
        .feed(rota.calendar())
        .ifPresent(
            feed ->
                feed.occurrences(timeline.window(), rota.zone())
                    .forEach(event -> layEvent(event, timeline)));
  }

  private void layEvent(Occurrence event, Timeline timeline) {
    Why why = new Why(Why.Source.EVENT, 0, event.summary());
    personNamed(event.summary())
        .ifPresent(person -> timeline.lay(event.when(), new Holder(person, why)));
  }

  private static void layOverrides(Rota rota, Timeline timeline) {
    for (int i = 0; i < rota.overrides().size(); i++) {
      RotaOverride override = rota.overrides().get(i);
      if (override.lasts()) {
        Why why = new Why(Why.Source.OVERRIDE, i + 1, override.because());
        timeline.lay(override.when(rota.clock()), new Holder(override.person(), why));
      }
    }
  }
}

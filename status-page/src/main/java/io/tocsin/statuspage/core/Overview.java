package io.tocsin.statuspage.core;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * What is published, as it is to be read at one moment: the same for people and for machines.
 *
 * @param freshness how old all of it may be
 * @param components each with how it does
 * @param unresolved latest start first
 * @param resolved in the last 24 hours, latest end first
 */
public record Overview(
    PublicState state,
    Freshness freshness,
    List<ComponentNow> components,
    List<IncidentNow> unresolved,
    List<IncidentNow> resolved) {

  /** A component and how it does now. */
  public record ComponentNow(Component component, ComponentStatus status, Instant updatedAt) {}

  /** An incident and the component it is about. */
  public record IncidentNow(PublicIncident incident, ComponentNow component) {
    public String name() {
      return PublicText.name(component.component(), incident.severity());
    }

    public Impact impact() {
      return Impact.of(incident.severity());
    }
  }

  /** Reads {@code state} at {@code now}; an incident of no public component is left out. */
  public static Overview of(
      PublicState state, Freshness freshness, Components catalog, Instant now) {
    List<ComponentNow> components =
        catalog.all().stream().map(component -> now(component, state)).toList();
    List<IncidentNow> incidents =
        state.incidents().stream()
            .flatMap(
                incident ->
                    components.stream()
                        .filter(known -> known.component().service().equals(incident.service()))
                        .map(known -> new IncidentNow(incident, known)))
            .toList();
    Instant oldest = now.minus(StatusBoard.LISTED);
    return new Overview(
        state,
        freshness,
        components,
        incidents.stream().filter(open -> !open.incident().isResolved()).toList(),
        incidents.stream()
            .filter(over -> over.incident().isResolved())
            .filter(over -> !over.incident().updatedAt().isBefore(oldest))
            .sorted(
                Comparator.comparing((IncidentNow over) -> over.incident().updatedAt()).reversed())
            .toList());
  }

  /** The impact on the whole page: that of its worst component. */
  public Impact indicator() {
    return Impact.of(
        components.stream()
            .map(ComponentNow::status)
            .reduce(ComponentStatus.OPERATIONAL, ComponentStatus::orWorse));
  }

  /** The whole page in a few words; before anything is known it claims nothing. */
  public String headline() {
    return freshness.knownAt() == null ? "Status Not Known Yet" : indicator().description();
  }

  private static ComponentNow now(Component component, PublicState state) {
    List<PublicIncident> own =
        state.incidents().stream()
            .filter(incident -> incident.service().equals(component.service()))
            .toList();
    ComponentStatus status =
        own.stream()
            .map(incident -> ComponentStatus.of(incident.severity(), incident.phase()))
            .reduce(ComponentStatus.OPERATIONAL, ComponentStatus::orWorse);
    Instant updatedAt =
        own.stream()
            .map(PublicIncident::updatedAt)
            .max(Comparator.naturalOrder())
            .orElse(state.since());
    return new ComponentNow(component, status, updatedAt);
  }
}

package io.tocsin.statuspage.core;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is published, joined with the catalog; an incident of no public component is left out.
 *
 * @param components each with how it does, in the catalog's order
 * @param incidents by public id, latest start first
 */
record Listing(
    PublicState state,
    Components catalog,
    List<ComponentNow> components,
    Map<String, IncidentNow> incidents) {

  static Listing of(PublicState state, Components catalog) {
    Map<String, List<PublicIncident>> byService =
        state.incidents().stream().collect(Collectors.groupingBy(PublicIncident::service));
    Map<String, ComponentNow> components = new LinkedHashMap<>();
    for (Component component : catalog.all()) {
      List<PublicIncident> own = byService.getOrDefault(component.service(), List.of());
      components.put(component.service(), ComponentNow.of(component, own, state.since()));
    }
    Map<String, IncidentNow> incidents = new LinkedHashMap<>();
    for (PublicIncident incident : state.incidents()) {
      Optional.ofNullable(components.get(incident.service()))
          .map(component -> IncidentNow.of(incident, component))
          .ifPresent(now -> incidents.put(now.id(), now));
    }
    return new Listing(state, catalog, List.copyOf(components.values()), incidents);
  }

  boolean isOf(PublicState other, Components names) {
    return state == other && catalog == names;
  }
}

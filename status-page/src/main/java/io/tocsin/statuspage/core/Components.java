package io.tocsin.statuspage.core;

import io.tocsin.contracts.policy.CatalogService;
import io.tocsin.contracts.policy.Policies;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The public services of all catalogs, in the order of their titles. */
public final class Components {
  private final List<Component> all;

  private Components(List<Component> all) {
    this.all = List.copyOf(all);
  }

  public static Components of(Policies policies) {
    Map<String, String> titles = new TreeMap<>();
    policies.teams().values().stream()
        .flatMap(team -> team.services().keySet().stream())
        .flatMap(service -> policies.ownerOf(service).stream())
        .flatMap(owner -> owner.services().values().stream())
        .filter(CatalogService::isPublic)
        .forEach(service -> titles.put(service.name(), service.title()));
    List<Component> components = new ArrayList<>();
    titles.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.naturalOrder()))
        .forEach(
            entry ->
                components.add(
                    new Component(entry.getKey(), entry.getValue(), components.size() + 1)));
    return new Components(components);
  }

  public List<Component> all() {
    return all;
  }

  /** The component of {@code service}, unless the public does not know it. */
  public Optional<Component> of(String service) {
    return all.stream().filter(component -> component.service().equals(service)).findFirst();
  }
}

package io.tocsin.contracts.policy.severity;

import io.tocsin.contracts.events.Alert;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** A team's rules behind an index by service, and the facts that they ask for. */
public final class SeverityPolicy {
  /** Of a team without rules. */
  public static final SeverityPolicy NONE = new SeverityPolicy(Map.of(), List.of());

  private final Map<String, FactSource> sources;
  private final Map<String, String> names = new LinkedHashMap<>();
  private final List<SeverityRule> rules;
  private final Facts facts;
  private final TreeMap<Integer, SeverityRule> ofAnyService = new TreeMap<>();
  private final Map<String, TreeMap<Integer, SeverityRule>> ofService = new HashMap<>();

  public SeverityPolicy(Map<String, FactSource> sources, List<SeverityRule> rules) {
    this.sources = Map.copyOf(sources);
    sources.values().forEach(fact -> names.put(fact.variable(), fact.name()));
    this.rules = List.copyOf(rules);
    this.facts = new Facts(sources);
    for (int place = 0; place < rules.size(); place++) {
      SeverityRule rule = rules.get(place);
      if (rule.services().isEmpty()) {
        ofAnyService.put(place, rule);
      }
      for (String service : rule.services()) {
        ofService.computeIfAbsent(service, name -> new TreeMap<>()).put(place, rule);
      }
    }
    ofService.values().forEach(own -> own.putAll(ofAnyService));
  }

  /** The facts alone: what people are asked for, where nothing is judged. */
  public SeverityPolicy withoutRules() {
    return new SeverityPolicy(sources, List.of());
  }

  /** All rules, in the order in which they are asked. */
  public List<SeverityRule> rules() {
    return rules;
  }

  /** The facts, by name. */
  public Map<String, FactSource> facts() {
    return sources;
  }

  /** The rules worth asking for an alert of {@code service}, in order. */
  public Iterable<SeverityRule> candidates(String service) {
    return ofService.getOrDefault(service, ofAnyService).values();
  }

  /** The alert as conditions see it. */
  public AlertReading read(Alert alert, String service) {
    return AlertReading.of(alert, service, facts.of(alert));
  }

  /** The names of the facts that conditions call {@code variables}. */
  public List<String> names(List<String> variables) {
    return variables.stream().map(names::get).filter(Objects::nonNull).toList();
  }

  /** What {@code alert} says of the facts, by name, with their units. */
  public Map<String, String> shown(AlertReading alert) {
    Map<String, String> shown = new LinkedHashMap<>();
    names.forEach(
        (variable, name) -> {
          Object value = alert.variables().get(variable);
          FactSource source = sources.get(name);
          if (value != null && source != null) {
            shown.put(name, source.shown(value));
          }
        });
    return shown;
  }
}

package io.tocsin.allinone.cases.file;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import io.tocsin.allinone.cases.Known.Name;
import io.tocsin.contracts.events.ClassifiedAlert;
import io.tocsin.contracts.events.IncidentChange;
import io.tocsin.contracts.events.IncidentId;
import io.tocsin.contracts.events.IncidentState;
import io.tocsin.contracts.events.TeamCode;
import io.tocsin.contracts.policy.Policies;
import io.tocsin.contracts.policy.TeamPolicy;
import io.tocsin.contracts.policy.severity.SeverityRule;
import io.tocsin.contracts.policy.yaml.Nearest;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The names that a policy root and Tocsin itself know: what a case may say. */
final class Vocabulary {
  /** What the classifier says when no rule of the operator decided. */
  private static final List<String> OTHER_DECIDERS =
      List.of(
          "integration-default",
          "integration-unknown",
          "rule-failed",
          "classification-failed",
          "recovered");

  private final Map<Name, Collection<String>> names = new EnumMap<>(Name.class);
  private final Collection<String> lastResort;
  private final Collection<String> contacts;

  Vocabulary(Policies policies, Collection<String> requirements) {
    Collection<TeamPolicy> teams = policies.teams().values();
    names.put(Name.REQUIREMENT, List.copyOf(requirements));
    names.put(Name.INTEGRATION, sorted(policies.integrations().keySet().stream()));
    names.put(
        Name.CONTACT,
        sorted(
            Stream.concat(
                teams.stream().flatMap(team -> team.contacts().keySet().stream()),
                policies.catchAll().contacts().keySet().stream())));
    names.put(
        Name.RULE,
        sorted(
            Stream.concat(
                teams.stream()
                    .flatMap(team -> team.severity().rules().stream())
                    .map(SeverityRule::id),
                OTHER_DECIDERS.stream())));
    names.put(
        Name.SERVICE,
        sorted(
            Stream.concat(
                teams.stream().flatMap(team -> team.services().keySet().stream()),
                Stream.of(ClassifiedAlert.UNKNOWN_SERVICE))));
    names.put(
        Name.TEAM,
        sorted(
            Stream.concat(policies.teams().keySet().stream(), Stream.of(policies.catchAll().code()))
                .map(TeamCode::value)));
    names.put(Name.STATE, states());
    names.put(Name.EVENT, events());
    lastResort = policies.catchAll().contacts().keySet();
    contacts = names.getOrDefault(Name.CONTACT, List.of());
  }

  private Vocabulary(Vocabulary all, Collection<String> contacts) {
    names.putAll(all.names);
    this.lastResort = all.lastResort;
    this.contacts = contacts;
  }

  /**
   * The same, naming the contacts of {@code team} where one is wanted: others' are seldom meant.
   */
  Vocabulary of(TeamPolicy team) {
    return new Vocabulary(
        this, sorted(Stream.concat(team.contacts().keySet().stream(), lastResort.stream())));
  }

  /** What to write instead of {@code text}; empty when it is a name. */
  Optional<String> remedy(Name what, String text) {
    if (what == Name.INCIDENT) {
      return isIncident(text)
          ? Optional.empty()
          : Optional.of("write a team's code and a number, as in RX-1");
    }
    Collection<String> known = names.getOrDefault(what, List.of());
    return known.contains(text)
        ? Optional.empty()
        : Optional.of(Nearest.remedy(text, what == Name.CONTACT ? contacts : known));
  }

  private static boolean isIncident(String text) {
    try {
      return !IncidentId.parse(text).toString().isEmpty();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static List<String> states() {
    return Stream.concat(
            Arrays.stream(IncidentState.values())
                .map(state -> state.name().toLowerCase(Locale.ROOT).replace('_', '-')),
            Stream.of("none"))
        .toList();
  }

  private static List<String> events() {
    JsonSubTypes types = IncidentChange.class.getAnnotation(JsonSubTypes.class);
    return types == null
        ? List.of()
        : Arrays.stream(types.value()).map(JsonSubTypes.Type::name).toList();
  }

  private static Collection<String> sorted(Stream<String> names) {
    return names.collect(Collectors.toCollection(TreeSet::new));
  }
}

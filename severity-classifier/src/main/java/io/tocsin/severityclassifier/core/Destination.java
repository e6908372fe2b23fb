package io.tocsin.severityclassifier.core;

import io.tocsin.contracts.events.Alert;
import io.tocsin.contracts.events.Canary;
import io.tocsin.contracts.events.ClassifiedAlert;
import io.tocsin.contracts.events.GroupingKey;
import io.tocsin.contracts.events.TeamCode;
import io.tocsin.contracts.policy.Integration;
import io.tocsin.contracts.policy.Policies;
import io.tocsin.contracts.policy.TeamPolicy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where an alert goes.
 *
 * @param service the catalog's name, or {@code unknown}
 * @param environment part of the incident's identity (MED-env)
 * @param policy the hash of the bundle that said so
 */
public record Destination(
    TeamCode team, String service, String environment, GroupingKey groupingKey, String policy) {

  /**
   * What the policy says of an alert that nobody has seen before: the team whose catalog has the
   * service, else the integration's team with the service {@code unknown}. An integration that no
   * policy knows any more leaves its alerts to the catch-all.
   */
  public static Destination of(Alert alert, Policies policies) {
    return Canary.of(alert)
        .map(canary -> of(canary, alert, policies))
        .orElseGet(() -> byCatalog(alert, policies));
  }

  /** A canary has its own way, on which no person is. */
  private static Destination of(Canary canary, Alert alert, Policies policies) {
    GroupingKey key = GroupingKey.of(canary.team(), Canary.NAME, alert.environment(), Map.of());
    return new Destination(canary.team(), Canary.NAME, alert.environment(), key, policies.hash());
  }

  private static Destination byCatalog(Alert alert, Policies policies) {
    Optional<String> named = Optional.ofNullable(alert.service()).filter(name -> !name.isBlank());
    Optional<TeamPolicy> owner = named.flatMap(policies::ownerOf);
    TeamCode team =
        owner.map(TeamPolicy::code).orElseGet(() -> teamOf(alert.integration(), policies));
    String known = owner.flatMap(found -> named).orElse(ClassifiedAlert.UNKNOWN_SERVICE);
    String identity =
        owner.isPresent()
            ? known
            : ClassifiedAlert.UNKNOWN_SERVICE + "/" + named.orElse(alert.integration());
    GroupingKey key =
        GroupingKey.of(team, identity, alert.environment(), groupingLabels(alert, team, policies));
    return new Destination(team, known, alert.environment(), key, policies.hash());
  }

  /** For an alert that could not be routed as the policy says: it must reach somebody. */
  static Destination ofLastResort(Alert alert, Policies policies) {
    TeamCode team = teamOf(alert.integration(), policies);
    GroupingKey key =
        GroupingKey.of(team, "unrouted/" + alert.integration(), alert.environment(), Map.of());
    return new Destination(
        team, ClassifiedAlert.UNKNOWN_SERVICE, alert.environment(), key, policies.hash());
  }

  boolean isProduction() {
    return Alert.PRODUCTION.equals(environment);
  }

  private static TeamCode teamOf(String integration, Policies policies) {
    return Optional.ofNullable(policies.integrations().get(integration))
        .map(Integration::team)
        .orElseGet(() -> policies.catchAll().code());
  }

  private static Map<String, String> groupingLabels(Alert alert, TeamCode team, Policies policies) {
    Map<String, String> labels = new LinkedHashMap<>();
    for (String name :
        policies.team(team).map(TeamPolicy::groupingLabels).orElse(List.<String>of())) {
      String value = alert.labels().get(name);
      if (value != null) {
        labels.put(name, value);
      }
    }
    return labels;
  }
}

package io.tocsin.contracts.policy;

import io.tocsin.contracts.events.Severity;
import io.tocsin.contracts.events.TeamCode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One team's runbook as policy.
 *
 * @param folder below the root, as the operator knows it
 * @param services the catalog, by name
 * @param contacts by id (a role: {@code on-call})
 * @param rules in the order in which they are asked
 * @param groupingLabels the labels that, with service and environment, make alerts one incident
 */
public record TeamPolicy(
    TeamCode code,
    String name,
    String folder,
    BusinessHours businessHours,
    Map<Severity, Level> levels,
    Map<String, CatalogService> services,
    Map<String, Contact> contacts,
    List<SeverityRule> rules,
    List<String> groupingLabels,
    Timing timing,
    StatusPagePolicy statusPage) {

  public TeamPolicy {
    levels = Map.copyOf(levels);
    services = Map.copyOf(services);
    contacts = Map.copyOf(contacts);
    rules = List.copyOf(rules);
    groupingLabels = List.copyOf(groupingLabels);
  }

  /** What the policy says of {@code severity}; the check sees to it that there is one. */
  public Level level(Severity severity) {
    return Objects.requireNonNull(
        levels.get(severity), () -> "policy of " + code + " lacks level " + severity);
  }

  /**
   * Waits that hold for every level.
   *
   * @param watch how long stability is watched after recovery (RUN-06.3: at least 30 minutes)
   * @param holdDown how long a recovery before any acknowledgement must last
   */
  public record Timing(Duration watch, Duration holdDown) {}

  /** Which levels the public sees; what is not production is never public (MED-env). */
  public record StatusPagePolicy(List<Severity> levels) {
    public StatusPagePolicy {
      levels = List.copyOf(levels);
    }
  }
}

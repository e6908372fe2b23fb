package io.tocsin.contracts.policy.severity;

import io.tocsin.contracts.events.Severity;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One rule of {@code severity.yaml}: a selector outside the condition, so that few conditions are
 * evaluated, then a condition in CEL. The first rule that matches decides.
 *
 * @param id what is kept as the deciding rule
 * @param services empty: any
 * @param sources empty: any
 * @param environments empty: any
 * @param condition null: the selector decides alone
 * @param level null: it is no alarm, and opens no incident
 * @param withoutFacts what it says when a fact that it needs is not said; null: it does not match
 * @param facts what a match tells of the incident ({@code unavailable})
 * @param because the sentence that a person reads
 */
public record SeverityRule(
    String id,
    Set<String> services,
    Set<String> sources,
    Set<String> environments,
    @Nullable Condition condition,
    @Nullable Severity level,
    @Nullable Verdict withoutFacts,
    Set<String> facts,
    String because) {

  public SeverityRule {
    services = Set.copyOf(services);
    sources = Set.copyOf(sources);
    environments = Set.copyOf(environments);
    facts = Set.copyOf(facts);
  }

  /** Whether the condition is worth asking. */
  public boolean selects(String service, String source, String environment) {
    return (services.isEmpty() || services.contains(service))
        && (sources.isEmpty() || sources.contains(source))
        && (environments.isEmpty() || environments.contains(environment));
  }

  /** Whether it decides for some of what {@code other} would be asked for. */
  boolean covers(SeverityRule other) {
    return (condition == null || condition.holdsAlways())
        && covers(services, other.services)
        && covers(sources, other.sources)
        && covers(environments, other.environments);
  }

  private static boolean covers(Set<String> mine, Set<String> others) {
    return mine.isEmpty() || !others.isEmpty() && mine.containsAll(others);
  }
}

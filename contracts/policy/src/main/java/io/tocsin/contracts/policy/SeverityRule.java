package io.tocsin.contracts.policy;

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
}

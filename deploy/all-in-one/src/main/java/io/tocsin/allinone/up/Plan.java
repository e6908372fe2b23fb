package io.tocsin.allinone.up;

import io.tocsin.contracts.runtime.policy.LivePolicies;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What {@code up} is to start, all of it checked as far as can be without touching anything.
 *
 * @param data the folder in which everything is kept
 * @param policyRoot where {@code policies} are read from
 * @param kafka another Kafka's address; empty for the embedded one
 */
public record Plan(
    Path data,
    Ports ports,
    Path policyRoot,
    LivePolicies policies,
    Providers providers,
    Optional<String> kafka,
    List<ServiceStart> services) {
  public Plan {
    services = List.copyOf(services);
  }
}

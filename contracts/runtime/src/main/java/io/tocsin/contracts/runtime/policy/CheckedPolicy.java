package io.tocsin.contracts.runtime.policy;

import io.tocsin.contracts.events.PolicyBundle;
import io.tocsin.contracts.policy.Policies;
import io.tocsin.contracts.policy.PolicyLoader;
import io.tocsin.contracts.policy.PolicyRejected;

/** The files of a policy root and what they say, in order by every check. */
public record CheckedPolicy(PolicyBundle bundle, Policies policies) {

  /** Checks {@code bundle}; refused with every problem at once. */
  public static CheckedPolicy of(PolicyBundle bundle) throws PolicyRejected {
    return new CheckedPolicy(bundle, PolicyLoader.load(bundle));
  }

  /** The bundle's hash, by which decisions name it. */
  public String hash() {
    return policies.hash();
  }
}

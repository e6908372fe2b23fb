package io.tocsin.contracts.policy;

import io.tocsin.contracts.events.PolicyBundle;

/** Reads and checks a whole bundle. */
public final class PolicyLoader {
  private PolicyLoader() {}

  /** The policies in {@code bundle}; refused with every problem at once. */
  public static Policies load(PolicyBundle bundle) throws PolicyRejected {
    throw new UnsupportedOperationException("not yet: " + bundle.hash());
  }
}

package io.tocsin.severityclassifier;

import io.tocsin.contracts.events.PolicyBundle;
import io.tocsin.contracts.policy.Policies;
import io.tocsin.contracts.policy.PolicyRejected;

/** Makes policies of a bundle. */
@FunctionalInterface
interface PolicyReader {
  Policies read(PolicyBundle bundle) throws PolicyRejected;

  /** The same for a bundle that somebody checked before publishing it. */
  default Policies readPublished(PolicyBundle bundle) {
    try {
      return read(bundle);
    } catch (PolicyRejected e) {
      throw new IllegalStateException(
          "policy " + bundle.hash() + " was published, and is refused here", e);
    }
  }
}

package io.tocsin.escalationengine.core;

import io.tocsin.contracts.events.PolicyBundle;
import io.tocsin.contracts.policy.Policies;
import io.tocsin.contracts.policy.PolicyFiles;
import io.tocsin.contracts.policy.PolicyLoader;
import io.tocsin.contracts.policy.PolicyRejected;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The shipped policies as digital prescriptions might have changed them. */
final class ShippedPolicies {
  private ShippedPolicies() {}

  /**
   * With files of digital prescriptions changed.
   *
   * @param changes by the file's name, {@code severity.yaml}
   */
  static Policies with(Map<String, UnaryOperator<String>> changes) {
    try {
      Map<String, String> files =
          new HashMap<>(PolicyFiles.read(Path.of("../deploy/policies")).files());
      changes.forEach(
          (name, change) ->
              files.computeIfPresent(
                  "digital-prescriptions/" + name, (file, text) -> change.apply(text)));
      return PolicyLoader.load(new PolicyBundle(files));
    } catch (PolicyRejected e) {
      throw new AssertionError(e.getMessage(), e);
    }
  }
}

package io.tocsin.contracts.policy;

import io.tocsin.contracts.events.TeamCode;
import java.nio.file.Path;

/** The policies that are shipped, loaded once. */
final class Shipped {
  static final Path ROOT = Path.of("../../deploy/policies");
  static final TeamCode RX = new TeamCode("RX");
  static final Policies POLICIES = load();

  private Shipped() {}

  static TeamPolicy digitalPrescriptions() {
    return POLICIES.team(RX).orElseThrow();
  }

  private static Policies load() {
    try {
      return PolicyLoader.load(PolicyFiles.read(ROOT));
    } catch (PolicyRejected rejected) {
      throw new AssertionError(rejected.getMessage(), rejected);
    }
  }
}

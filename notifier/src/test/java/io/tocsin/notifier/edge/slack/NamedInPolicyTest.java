package io.tocsin.notifier.edge.slack;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.contracts.policy.Policies;
import io.tocsin.contracts.policy.PolicyFiles;
import io.tocsin.contracts.policy.PolicyLoader;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whom policies name in Slack, in place of ids. */
class NamedInPolicyTest {

  @Test
  void thoseWhoAreTaggedByNameAreLookedForAndIdsAreNot() {
    NamedInPolicy named = NamedInPolicy.of(SlackPolicies.policies(), name -> Optional.empty());
    assertThat(named.tags()).containsExactly("@by-name");
    assertThat(named.mails()).isEmpty();
  }

  @Test
  void aRoleWithANameAndAMailAddressIsLookedForByIt() throws Exception {
    Policies shipped = PolicyLoader.load(PolicyFiles.read(Path.of("../deploy/policies")));
    NamedInPolicy named = NamedInPolicy.of(shipped, name -> Optional.empty());
    assertThat(named.mails())
        .containsEntry("@rx-on-call", "oncall@example.com")
        .doesNotContainKey("#digital-prescription-portals");
    assertThat(named.tags()).contains("@hp-partner-team");
  }
}
